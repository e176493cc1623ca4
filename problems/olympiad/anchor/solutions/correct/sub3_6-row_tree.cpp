// A row: a segment tree whose nodes know what one half costs after the other, for boats to the right and to the left.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;
using ll = long long;

const int MAX_N = 100000;
int n;
int depth[MAX_N], price[MAX_N], deepest[4 * MAX_N];
ll second_[2][4 * MAX_N];

ll cost(int way, int node, int l, int r, int c) {
    if (deepest[node] <= c) return 0;
    if (l == r) return (ll)(depth[l] - c) * price[l];
    int m = (l + r) / 2;
    if (way == 0) {
        if (deepest[2 * node] <= c) return cost(way, 2 * node + 1, m + 1, r, c);
        return cost(way, 2 * node, l, m, c) + second_[0][node];
    }
    if (deepest[2 * node + 1] <= c) return cost(way, 2 * node, l, m, c);
    return cost(way, 2 * node + 1, m + 1, r, c) + second_[1][node];
}

void pull(int node, int l, int r) {
    int m = (l + r) / 2;
    deepest[node] = max(deepest[2 * node], deepest[2 * node + 1]);
    second_[0][node] = cost(0, 2 * node + 1, m + 1, r, deepest[2 * node]);
    second_[1][node] = cost(1, 2 * node, l, m, deepest[2 * node + 1]);
}

void build(int node, int l, int r) {
    if (l == r) {
        deepest[node] = depth[l];
        return;
    }
    int m = (l + r) / 2;
    build(2 * node, l, m);
    build(2 * node + 1, m + 1, r);
    pull(node, l, r);
}

void update(int node, int l, int r, int i) {
    if (l == r) {
        deepest[node] = depth[l];
        return;
    }
    int m = (l + r) / 2;
    if (i <= m) update(2 * node, l, m, i);
    else update(2 * node + 1, m + 1, r, i);
    pull(node, l, r);
}

ll query(int way, int node, int l, int r, int from, int to, int &c) {
    if (r < from || to < l) return 0;
    if (from <= l && r <= to) {
        ll paid = cost(way, node, l, r, c);
        c = max(c, deepest[node]);
        return paid;
    }
    int m = (l + r) / 2;
    if (way == 0) {
        ll paid = query(way, 2 * node, l, m, from, to, c);
        return paid + query(way, 2 * node + 1, m + 1, r, from, to, c);
    }
    ll paid = query(way, 2 * node + 1, m + 1, r, from, to, c);
    return paid + query(way, 2 * node, l, m, from, to, c);
}

void chart(int N, vector<int>, vector<int>, vector<int> D, vector<int> P) {
    n = N;
    for (int i = 0; i < n; i++) {
        depth[i] = D[i];
        price[i] = P[i];
    }
    build(1, 0, n - 1);
}

void storm(int b, int d) {
    depth[b] = d;
    update(1, 0, n - 1, b);
}

long long voyage(int a, int b, int c) {
    if (a <= b) return query(0, 1, 0, n - 1, a, b, c);
    return query(1, 1, 0, n - 1, b, a, c);
}
