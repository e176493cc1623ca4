// Heavy paths cut into blocks of positions; each block keeps its lists of new deepest basins, both ways, with sums of costs.
#include "anchor.h"
#include <algorithm>
#include <utility>
#include <vector>

using ll = long long;

static const int SIZE = 256;

struct Step {
    int depth, price;
    ll rest;  // what all further steps of the list cost
};

static int n;
static std::vector<std::vector<int>> adjacent;
static std::vector<int> up, weight, heavy, head, place, depthAt, priceAt, levelOf;
static std::vector<std::vector<Step>> rising[2];

static void walk(ll &paid, int &chain, int position) {
    if (depthAt[position] <= chain) return;
    paid += (ll)(depthAt[position] - chain) * priceAt[position];
    chain = depthAt[position];
}

static void rebuild(int block) {
    int from = block * SIZE, to = std::min(n, from + SIZE);
    for (int way = 0; way < 2; way++) {
        auto &steps = rising[way][block];
        steps.clear();
        for (int i = 0; i < to - from; i++) {
            int position = way == 0 ? from + i : to - 1 - i;
            if (steps.empty() || steps.back().depth < depthAt[position])
                steps.push_back({depthAt[position], priceAt[position], 0});
        }
        for (int i = (int)steps.size() - 2; i >= 0; i--)
            steps[i].rest = steps[i + 1].rest + (ll)(steps[i + 1].depth - steps[i].depth) * steps[i + 1].price;
    }
}

static void walkBlock(ll &paid, int &chain, int block, int way) {
    const auto &steps = rising[way][block];
    if (steps.back().depth <= chain) return;
    auto step = std::upper_bound(steps.begin(), steps.end(), chain, [](int c, const Step &s) { return c < s.depth; });
    paid += (ll)(step->depth - chain) * step->price + step->rest;
    chain = steps.back().depth;
}

static void forwards(ll &paid, int &chain, int from, int to) {
    while (from <= to) {
        if (from % SIZE == 0 && from + SIZE - 1 <= to) {
            walkBlock(paid, chain, from / SIZE, 0);
            from += SIZE;
        } else {
            walk(paid, chain, from++);
        }
    }
}

static void backwards(ll &paid, int &chain, int from, int to) {
    while (from >= to) {
        if (from % SIZE == SIZE - 1 && from - SIZE + 1 >= to) {
            walkBlock(paid, chain, from / SIZE, 1);
            from -= SIZE;
        } else {
            walk(paid, chain, from--);
        }
    }
}

static void weigh(int v) {
    weight[v] = 1;
    heavy[v] = -1;
    for (int w : adjacent[v]) {
        if (w == up[v]) continue;
        up[w] = v;
        levelOf[w] = levelOf[v] + 1;
        weigh(w);
        weight[v] += weight[w];
        if (heavy[v] == -1 || weight[w] > weight[heavy[v]]) heavy[v] = w;
    }
}

static void line(int v, int top, int &next) {
    head[v] = top;
    place[v] = next++;
    if (heavy[v] != -1) line(heavy[v], top, next);
    for (int w : adjacent[v])
        if (w != up[v] && w != heavy[v]) line(w, w, next);
}

void chart(int N, std::vector<int> U, std::vector<int> V, std::vector<int> D, std::vector<int> P) {
    n = N;
    adjacent.assign(n, {});
    for (int i = 0; i + 1 < n; i++) {
        adjacent[U[i]].push_back(V[i]);
        adjacent[V[i]].push_back(U[i]);
    }
    for (auto *list : {&up, &weight, &heavy, &head, &place, &depthAt, &priceAt, &levelOf}) list->assign(n, 0);
    up[0] = -1;
    weigh(0);
    int next = 0;
    line(0, 0, next);
    for (int v = 0; v < n; v++) {
        depthAt[place[v]] = D[v];
        priceAt[place[v]] = P[v];
    }
    int blocks = (n + SIZE - 1) / SIZE;
    rising[0].assign(blocks, {});
    rising[1].assign(blocks, {});
    for (int block = 0; block < blocks; block++) rebuild(block);
}

void storm(int b, int d) {
    depthAt[place[b]] = d;
    rebuild(place[b] / SIZE);
}

long long voyage(int a, int b, int c) {
    ll paid = 0;
    std::vector<std::pair<int, int>> later;
    while (head[a] != head[b]) {
        if (levelOf[head[a]] > levelOf[head[b]]) {
            backwards(paid, c, place[a], place[head[a]]);
            a = up[head[a]];
        } else {
            later.push_back({place[head[b]], place[b]});
            b = up[head[b]];
        }
    }
    if (place[a] <= place[b]) forwards(paid, c, place[a], place[b]);
    else backwards(paid, c, place[a], place[b]);
    for (; !later.empty(); later.pop_back()) forwards(paid, c, later.back().first, later.back().second);
    return paid;
}
