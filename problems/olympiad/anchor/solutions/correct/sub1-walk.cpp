// Climbs from both ends to where they meet, basin by basin. Gives up on large charts.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;

vector<int> parent_, level, depth, price;
bool large;

void chart(int N, vector<int> U, vector<int> V, vector<int> D, vector<int> P) {
    large = N > 3000;
    depth = D;
    price = P;
    parent_.assign(N, -1);
    level.assign(N, 0);
    vector<vector<int>> adj(N);
    for (int i = 0; i < N - 1; i++) {
        adj[U[i]].push_back(V[i]);
        adj[V[i]].push_back(U[i]);
    }
    queue<int> todo;
    todo.push(0);
    while (!todo.empty()) {
        int v = todo.front();
        todo.pop();
        for (int w : adj[v]) {
            if (w == parent_[v]) continue;
            parent_[w] = v;
            level[w] = level[v] + 1;
            todo.push(w);
        }
    }
}

void storm(int b, int d) { depth[b] = d; }

long long voyage(int a, int b, int c) {
    if (large) return 0;
    vector<int> out, back;
    while (a != b) {
        if (level[a] >= level[b]) {
            out.push_back(a);
            a = parent_[a];
        } else {
            back.push_back(b);
            b = parent_[b];
        }
    }
    out.push_back(a);
    out.insert(out.end(), back.rbegin(), back.rend());
    long long cost = 0;
    for (int v : out) {
        if (depth[v] > c) {
            cost += (long long)(depth[v] - c) * price[v];
            c = depth[v];
        }
    }
    return cost;
}
