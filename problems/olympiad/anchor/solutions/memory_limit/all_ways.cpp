// Keeps the next basin on the way from everywhere to everywhere.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;

vector<vector<int>> next_;
vector<int> depth, price;

void chart(int N, vector<int> U, vector<int> V, vector<int> D, vector<int> P) {
    depth = D;
    price = P;
    vector<vector<int>> adj(N);
    for (int i = 0; i < N - 1; i++) {
        adj[U[i]].push_back(V[i]);
        adj[V[i]].push_back(U[i]);
    }
    next_.assign(N, vector<int>(N, -1));
    for (int goal = 0; goal < N; goal++) {
        vector<int> order = {goal};
        next_[goal][goal] = goal;
        for (int i = 0; i < (int)order.size(); i++)
            for (int w : adj[order[i]])
                if (next_[goal][w] < 0) {
                    next_[goal][w] = order[i];
                    order.push_back(w);
                }
    }
}

void storm(int b, int d) { depth[b] = d; }

long long voyage(int a, int b, int c) {
    long long cost = 0;
    for (int v = a;; v = next_[b][v]) {
        if (depth[v] > c) {
            cost += (long long)(depth[v] - c) * price[v];
            c = depth[v];
        }
        if (v == b) return cost;
    }
}
