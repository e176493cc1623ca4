// Walks basin by basin, and throws the old chain away: pays for all of the new one.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;

vector<vector<int>> adj;
vector<int> depth, price;

void chart(int N, vector<int> U, vector<int> V, vector<int> D, vector<int> P) {
    adj.assign(N, {});
    for (int i = 0; i < N - 1; i++) {
        adj[U[i]].push_back(V[i]);
        adj[V[i]].push_back(U[i]);
    }
    depth = D;
    price = P;
}

void storm(int b, int d) { depth[b] = d; }

bool sail(int v, int before, int goal, int c, long long &cost) {
    long long paid = 0;
    if (depth[v] > c) {
        paid = (long long)depth[v] * price[v];
        c = depth[v];
    }
    bool found = v == goal;
    for (int w : adj[v])
        if (!found && w != before) found = sail(w, v, goal, c, cost);
    if (found) cost += paid;
    return found;
}

long long voyage(int a, int b, int c) {
    if (adj.size() > 3000) return 0;
    long long cost = 0;
    sail(a, -1, b, c, cost);
    return cost;
}
