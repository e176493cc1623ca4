// A skipper who is not stubborn: buys every metre at the lowest price met so far on the voyage.
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

long long voyage(int a, int b, int c) {
    if (adj.size() > 3000) return 0;
    vector<int> from(adj.size(), -1), queue_ = {b};
    from[b] = b;
    for (size_t i = 0; i < queue_.size(); i++)
        for (int w : adj[queue_[i]])
            if (from[w] < 0) {
                from[w] = queue_[i];
                queue_.push_back(w);
            }
    long long cost = 0, cheapest = LLONG_MAX;
    for (int v = a;; v = from[v]) {
        cheapest = min(cheapest, (long long)price[v]);
        if (depth[v] > c) {
            cost += (depth[v] - c) * cheapest;
            c = depth[v];
        }
        if (v == b) return cost;
    }
}
