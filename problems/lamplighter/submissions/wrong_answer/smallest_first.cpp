// Take the lanterns in order of size and keep each one that still leaves a possible walk (checked with a segment tree).
#include <algorithm>
#include <iostream>
#include <numeric>
#include <vector>

// A stretch of road: needs `need` oil at its start, then leaves min(oil + add, cap).
struct Stretch {
    long long need, add, cap;
};

long long capacity;

Stretch join(const Stretch &a, const Stretch &b) {
    const long long impossible = capacity + 1;
    Stretch c;
    c.need = a.cap < b.need ? impossible : std::max(a.need, b.need - a.add);
    c.add = a.add + b.add;
    c.cap = std::min(a.cap + b.add, b.cap);
    return c;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    long long start;
    std::cin >> n >> capacity >> start;
    std::vector<long long> road(n);
    for (auto &x : road) std::cin >> x;

    int size = 1;
    while (size < n) size *= 2;
    std::vector<Stretch> tree(2 * size, {0, 0, capacity});
    for (int i = 0; i < n; ++i)
        if (road[i] > 0) tree[size + i] = {0, road[i], capacity};
    for (int i = size - 1; i > 0; --i) tree[i] = join(tree[2 * i], tree[2 * i + 1]);
    auto put = [&](int i, Stretch stretch) {
        i += size;
        tree[i] = stretch;
        for (i /= 2; i > 0; i /= 2) tree[i] = join(tree[2 * i], tree[2 * i + 1]);
    };

    std::vector<int> order;
    for (int i = 0; i < n; ++i)
        if (road[i] < 0) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return road[a] > road[b]; });
    int lit = 0;
    for (int i : order) {
        put(i, {-road[i], road[i], capacity + road[i]});
        if (tree[1].need <= start) ++lit;
        else put(i, {0, 0, capacity});
    }
    std::cout << lit << '\n';
}
