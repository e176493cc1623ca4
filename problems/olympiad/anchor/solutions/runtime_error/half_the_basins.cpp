// Walks basin by basin, in vectors with room for half of the basins that there can be.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;

const int ROOM = 50000;
vector<int> parent_(ROOM), level(ROOM), depth(ROOM), price(ROOM);
vector<vector<int>> adj(ROOM);

void chart(int N, vector<int> U, vector<int> V, vector<int> D, vector<int> P) {
    for (int i = 0; i < N; i++) {
        adj.at(i).clear();
        depth.at(i) = D[i];
        price.at(i) = P[i];
    }
    for (int i = 0; i < N - 1; i++) {
        adj[U[i]].push_back(V[i]);
        adj[V[i]].push_back(U[i]);
    }
    vector<int> order = {0};
    parent_[0] = -1;
    level[0] = 0;
    for (int i = 0; i < (int)order.size(); i++) {
        for (int w : adj[order[i]]) {
            if (w == parent_[order[i]]) continue;
            parent_[w] = order[i];
            level[w] = level[order[i]] + 1;
            order.push_back(w);
        }
    }
}

void storm(int b, int d) { depth[b] = d; }

long long voyage(int a, int b, int c) {
    vector<int> out, back;
    for (; a != b;) {
        if (level[a] >= level[b]) out.push_back(a), a = parent_[a];
        else back.push_back(b), b = parent_[b];
    }
    out.push_back(a);
    reverse(back.begin(), back.end());
    for (int v : back) out.push_back(v);
    long long cost = 0;
    for (int v : out) {
        cost += 1LL * max(0, depth[v] - c) * price[v];
        c = max(c, depth[v]);
    }
    return cost;
}
