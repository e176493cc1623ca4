// Walk forwards: oil(k) = most oil left after lighting k lanterns; it is concave, so keep its drops in two heaps.
#include <cstdio>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

using Entry = std::pair<long long, int>;

int main() {
    int n;
    long long capacity, oil;
    if (std::scanf("%d %lld %lld", &n, &capacity, &oil) != 3) return 1;

    std::vector<long long> drop(n, 0);  // current drop of lantern i, 0 when it is out of both heaps
    std::priority_queue<Entry> largest;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> smallest;
    long long total = 0;
    int lit = 0;

    for (int i = 0; i < n; ++i) {
        long long x;
        if (std::scanf("%lld", &x) != 1) return 1;
        if (x < 0) {
            drop[i] = -x;
            total += drop[i];
            ++lit;
            largest.emplace(drop[i], i);
            smallest.emplace(drop[i], i);
            while (total > oil) {  // oil(lit) would be negative
                const auto [value, id] = largest.top();
                largest.pop();
                if (value != drop[id]) continue;
                total -= value;
                drop[id] = 0;
                --lit;
            }
            continue;
        }
        oil += x;
        long long lost = oil > capacity ? oil - capacity : 0;  // for k = 0; the flat top of oil(k) is cut off
        oil -= lost;
        while (lost > 0 && !smallest.empty()) {
            const auto [value, id] = smallest.top();
            smallest.pop();
            if (value != drop[id]) continue;
            const long long cut = value < lost ? value : lost;
            lost -= cut;
            total -= cut;
            drop[id] -= cut;
            if (drop[id] > 0) {
                largest.emplace(drop[id], id);
                smallest.emplace(drop[id], id);
            }
        }
    }
    std::printf("%d\n", lit);
}
