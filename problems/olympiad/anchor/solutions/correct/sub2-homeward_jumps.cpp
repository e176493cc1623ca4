// Voyages to basin 0 without storms: jumps of doubled length to the next deeper basin on the way home.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;

const int LOG = 17;
int n;
vector<int> depth, price;
vector<array<int, LOG>> deeper;  // the 2^k-th next deeper basin, -1 when there is none
vector<long long> toTheEnd;      // cost from here home with a chain as long as this basin is deep

void chart(int N, vector<int> U, vector<int> V, vector<int> D, vector<int> P) {
    n = N;
    depth = D;
    price = P;
    vector<vector<int>> adj(n);
    for (int i = 0; i < n - 1; i++) {
        adj[U[i]].push_back(V[i]);
        adj[V[i]].push_back(U[i]);
    }
    deeper.resize(n);
    for (auto &jumps : deeper) jumps.fill(-1);
    toTheEnd.assign(n, 0);
    vector<int> stack_ = {0}, parent_(n, -1);
    while (!stack_.empty()) {
        int v = stack_.back();
        stack_.pop_back();
        int next = parent_[v];
        if (next >= 0 && depth[next] <= depth[v]) {
            for (int k = LOG - 1; k >= 0; k--)
                if (deeper[next][k] >= 0 && depth[deeper[next][k]] <= depth[v]) next = deeper[next][k];
            next = deeper[next][0];
        }
        deeper[v][0] = next;
        for (int k = 1; k < LOG; k++)
            if (deeper[v][k - 1] >= 0) deeper[v][k] = deeper[deeper[v][k - 1]][k - 1];
        if (next >= 0) toTheEnd[v] = toTheEnd[next] + (long long)(depth[next] - depth[v]) * price[next];
        for (int w : adj[v]) {
            if (w == parent_[v]) continue;
            parent_[w] = v;
            stack_.push_back(w);
        }
    }
}

void storm(int, int) {}

long long voyage(int a, int, int c) {
    if (depth[a] <= c) {
        for (int k = LOG - 1; k >= 0; k--)
            if (deeper[a][k] >= 0 && depth[deeper[a][k]] <= c) a = deeper[a][k];
        a = deeper[a][0];
        if (a < 0) return 0;
    }
    return (long long)(depth[a] - c) * price[a] + toTheEnd[a];
}
