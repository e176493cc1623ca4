// The calm paths, built anew for the first voyage after a storm.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;
typedef long long ll;

const int LOG = 17;
int n;
vector<int> par, lev, heavy, head, pos;
vector<int> depth, price;  // by position
vector<int> jump[2][LOG];  // direction 0: to larger positions, n is the end; direction 1: to smaller ones, n is the end
vector<ll> total[2];
bool isOld;

void buildJumps(int way) {
    for (int k = 0; k < LOG; k++) jump[way][k].assign(n + 1, n);
    total[way].assign(n + 1, 0);
    vector<int> open;
    for (int t = 0; t < n; t++) {
        int i = way == 0 ? n - 1 - t : t;
        while (!open.empty() && depth[open.back()] <= depth[i]) open.pop_back();
        if (!open.empty()) {
            int j = open.back();
            jump[way][0][i] = j;
            total[way][i] = total[way][j] + (ll)(depth[j] - depth[i]) * price[j];
        }
        open.push_back(i);
    }
    for (int k = 1; k < LOG; k++)
        for (int i = 0; i < n; i++) jump[way][k][i] = jump[way][k - 1][jump[way][k - 1][i]];
}

void sail(int way, int from, int to, int &c, ll &paid) {
    auto inside = [&](int i) { return i < n && (way == 0 ? i <= to : i >= to); };
    if (depth[from] <= c) {
        for (int k = LOG - 1; k >= 0; k--) {
            int j = jump[way][k][from];
            if (inside(j) && depth[j] <= c) from = j;
        }
        from = jump[way][0][from];
    }
    if (!inside(from)) return;
    paid += (ll)(depth[from] - c) * price[from];
    int last = from;
    for (int k = LOG - 1; k >= 0; k--)
        if (inside(jump[way][k][last])) last = jump[way][k][last];
    paid += total[way][from] - total[way][last];
    c = depth[last];
}

void chart(int N, vector<int> U, vector<int> V, vector<int> D, vector<int> P) {
    n = N;
    vector<vector<int>> adj(n);
    for (int i = 0; i < n - 1; i++) {
        adj[U[i]].push_back(V[i]);
        adj[V[i]].push_back(U[i]);
    }
    par.assign(n, -1);
    lev.assign(n, 0);
    heavy.assign(n, -1);
    head.assign(n, 0);
    pos.assign(n, 0);
    depth.assign(n, 0);
    price.assign(n, 0);
    vector<int> order, size(n, 1);
    order.push_back(0);
    for (int i = 0; i < (int)order.size(); i++) {
        int v = order[i];
        for (int w : adj[v]) {
            if (w == par[v]) continue;
            par[w] = v;
            lev[w] = lev[v] + 1;
            order.push_back(w);
        }
    }
    for (int i = n - 1; i >= 1; i--) {
        int v = order[i];
        size[par[v]] += size[v];
        int &h = heavy[par[v]];
        if (h == -1 || size[h] < size[v]) h = v;
    }
    int cur = 0;
    for (int v : order) {
        if (par[v] != -1 && heavy[par[v]] == v) continue;
        for (int w = v; w != -1; w = heavy[w]) {
            head[w] = v;
            depth[cur] = D[w];
            price[cur] = P[w];
            pos[w] = cur++;
        }
    }
    isOld = true;
}

void storm(int b, int d) {
    depth[pos[b]] = d;
    isOld = true;
}

long long voyage(int a, int b, int c) {
    if (isOld) {
        buildJumps(0);
        buildJumps(1);
        isOld = false;
    }
    ll paid = 0;
    vector<pair<int, int>> down;
    while (head[a] != head[b]) {
        if (lev[head[a]] >= lev[head[b]]) {
            sail(1, pos[a], pos[head[a]], c, paid);
            a = par[head[a]];
        } else {
            down.emplace_back(pos[head[b]], pos[b]);
            b = par[head[b]];
        }
    }
    if (pos[a] <= pos[b]) sail(0, pos[a], pos[b], c, paid);
    else sail(1, pos[a], pos[b], c, paid);
    while (!down.empty()) {
        sail(0, down.back().first, down.back().second, c, paid);
        down.pop_back();
    }
    return paid;
}
