// The two-way tree, with costs in 32 bits.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;

namespace {

struct Node {
    int deepest;
    int rightAfterLeft, leftAfterRight;
};

int n, leaves;
vector<int> parent_, level, head, place, priceAt;
vector<Node> tree_;

// What a boat pays that crosses the whole node upwards in position (or downwards) and comes with c metres.
int pay(int node, bool upwards, int c) {
    int total = 0;
    while (tree_[node].deepest > c) {
        if (node >= leaves) return total + (int)(tree_[node].deepest - c) * priceAt[node - leaves];
        int first = upwards ? 2 * node : 2 * node + 1;
        if (tree_[first].deepest > c) {
            total += upwards ? tree_[node].rightAfterLeft : tree_[node].leftAfterRight;
            node = first;
        } else {
            node = first ^ 1;
        }
    }
    return total;
}

void pull(int node) {
    int left = 2 * node, right = 2 * node + 1;
    tree_[node].deepest = max(tree_[left].deepest, tree_[right].deepest);
    tree_[node].rightAfterLeft = pay(right, true, tree_[left].deepest);
    tree_[node].leftAfterRight = pay(left, false, tree_[right].deepest);
}

// Takes the positions from..to in whole nodes: ascending ones from the left end, descending ones from the right end.
int cross(int from, int to, bool upwards, int &c) {
    vector<int> ascending, descending;
    for (int l = from + leaves, r = to + leaves + 1; l < r; l /= 2, r /= 2) {
        if (l % 2 == 1) ascending.push_back(l++);
        if (r % 2 == 1) descending.push_back(--r);
    }
    vector<int> &first = upwards ? ascending : descending, &second = upwards ? descending : ascending;
    first.insert(first.end(), second.rbegin(), second.rend());
    int total = 0;
    for (int node : first) {
        total += pay(node, upwards, c);
        c = max(c, tree_[node].deepest);
    }
    return total;
}

}  // namespace

void chart(int N, vector<int> U, vector<int> V, vector<int> D, vector<int> P) {
    n = N;
    vector<vector<int>> neighbours(n);
    for (int i = 0; i < n - 1; i++) {
        neighbours[U[i]].push_back(V[i]);
        neighbours[V[i]].push_back(U[i]);
    }
    parent_.assign(n, -1);
    level.assign(n, 0);
    vector<int> order = {0}, size(n, 1), heavy(n, -1);
    for (int i = 0; i < (int)order.size(); i++) {
        int v = order[i];
        for (int w : neighbours[v]) {
            if (w == parent_[v]) continue;
            parent_[w] = v;
            level[w] = level[v] + 1;
            order.push_back(w);
        }
    }
    for (int i = n - 1; i > 0; i--) {
        int v = order[i], p = parent_[v];
        size[p] += size[v];
        if (heavy[p] < 0 || size[v] > size[heavy[p]]) heavy[p] = v;
    }
    head.assign(n, 0);
    place.assign(n, 0);
    leaves = 1;
    while (leaves < n) leaves *= 2;
    priceAt.assign(leaves, 0);
    tree_.assign(2 * leaves, {0, 0, 0});
    int next = 0;
    for (int v : order) {
        if (v != 0 && heavy[parent_[v]] == v) continue;
        for (int w = v; w >= 0; w = heavy[w]) {
            head[w] = v;
            place[w] = next++;
            priceAt[place[w]] = P[w];
            tree_[leaves + place[w]].deepest = D[w];
        }
    }
    for (int node = leaves - 1; node > 0; node--) pull(node);
}

void storm(int b, int d) {
    int node = leaves + place[b];
    tree_[node].deepest = d;
    for (node /= 2; node > 0; node /= 2) pull(node);
}

long long voyage(int a, int b, int c) {
    int total = 0;
    vector<pair<int, int>> down;
    while (head[a] != head[b]) {
        if (level[head[a]] >= level[head[b]]) {
            total += cross(place[head[a]], place[a], false, c);
            a = parent_[head[a]];
        } else {
            down.push_back({place[head[b]], place[b]});
            b = parent_[head[b]];
        }
    }
    if (place[b] <= place[a]) total += cross(place[b], place[a], false, c);
    else total += cross(place[a], place[b], true, c);
    reverse(down.begin(), down.end());
    for (auto [from, to] : down) total += cross(from, to, true, c);
    return total;
}
