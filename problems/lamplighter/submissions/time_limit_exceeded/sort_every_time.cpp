// The forward idea with the drops in a vector that is sorted again after every lantern: O(n^2 log n).
#include <algorithm>
#include <functional>
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    long long capacity, oil;
    std::cin >> n >> capacity >> oil;
    std::vector<long long> drops;
    long long total = 0;
    while (n--) {
        long long x;
        std::cin >> x;
        if (x < 0) {
            drops.push_back(-x);
            total -= x;
            std::sort(drops.begin(), drops.end());
            while (total > oil) {
                total -= drops.back();
                drops.pop_back();
            }
            continue;
        }
        oil += x;
        long long lost = std::max(0LL, oil - capacity);
        oil -= lost;
        for (auto &drop : drops) {
            const long long cut = std::min(drop, lost);
            drop -= cut;
            lost -= cut;
            total -= cut;
        }
    }
    std::cout << drops.size() << '\n';
}
