// Heavy paths and a tree of maxima: buys everything at once in the deepest basin of the voyage, the first of them.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;

int n, base;
vector<int> up, level, heavy, top_, pos, basin, depth, price;
vector<pair<int, int>> best[2];  // (depth, -position) and (depth, position)

void put(int i, int d) {
    for (int side = 0; side < 2; side++) {
        int node = base + i;
        best[side][node] = {d, side ? i : -i};
        for (node /= 2; node; node /= 2) best[side][node] = max(best[side][2 * node], best[side][2 * node + 1]);
    }
}

pair<int, int> ask(int side, int l, int r) {
    pair<int, int> found = {0, INT_MIN};
    for (l += base, r += base + 1; l < r; l /= 2, r /= 2) {
        if (l & 1) found = max(found, best[side][l++]);
        if (r & 1) found = max(found, best[side][--r]);
    }
    return {found.first, basin[side ? found.second : -found.second]};
}

void chart(int N, vector<int> U, vector<int> V, vector<int> D, vector<int> P) {
    n = N;
    depth = D;
    price = P;
    vector<vector<int>> adj(n);
    for (int i = 0; i < n - 1; i++) {
        adj[U[i]].push_back(V[i]);
        adj[V[i]].push_back(U[i]);
    }
    up.assign(n, -1);
    level.assign(n, 0);
    heavy.assign(n, -1);
    top_.assign(n, 0);
    pos.assign(n, 0);
    basin.assign(n, 0);
    for (base = 1; base < n; base *= 2) {}
    for (auto &side : best) side.assign(2 * base, {0, 0});
    vector<int> order = {0}, size(n, 1);
    for (int i = 0; i < n; i++)
        for (int w : adj[order[i]])
            if (w != up[order[i]]) {
                up[w] = order[i];
                level[w] = level[order[i]] + 1;
                order.push_back(w);
            }
    for (int i = n - 1; i; i--) {
        int v = order[i], p = up[v];
        size[p] += size[v];
        if (heavy[p] < 0 || size[v] > size[heavy[p]]) heavy[p] = v;
    }
    int time = 0;
    for (int v : order)
        if (up[v] < 0 || heavy[up[v]] != v)
            for (int w = v; w >= 0; w = heavy[w]) {
                top_[w] = v;
                basin[time] = w;
                pos[w] = time++;
                put(pos[w], D[w]);
            }
}

void storm(int b, int d) { put(pos[b], d); }

long long voyage(int a, int b, int c) {
    pair<int, int> out = {0, 0}, back = {0, 0};
    while (top_[a] != top_[b]) {
        if (level[top_[a]] >= level[top_[b]]) {
            auto found = ask(1, pos[top_[a]], pos[a]);
            if (found.first > out.first) out = found;
            a = up[top_[a]];
        } else {
            auto found = ask(0, pos[top_[b]], pos[b]);
            if (found.first >= back.first) back = found;
            b = up[top_[b]];
        }
    }
    auto found = pos[a] <= pos[b] ? ask(0, pos[a], pos[b]) : ask(1, pos[b], pos[a]);
    if (found.first > out.first) out = found;
    if (back.first > out.first) out = back;
    return out.first > c ? (long long)(out.first - c) * price[out.second] : 0;
}
