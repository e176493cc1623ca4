// The forward idea with room for 100 000 places, half of what the statement promises.
#include <array>
#include <iostream>
#include <iterator>
#include <set>

std::array<int, 100000> road;

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    long long capacity, oil, total = 0;
    std::cin >> n >> capacity >> oil;
    for (int i = 0; i < n; ++i) std::cin >> road.at(i);
    std::multiset<long long> drops;
    int lit = 0;
    for (int i = 0; i < n; ++i) {
        const long long x = road.at(i);
        if (x < 0) {
            drops.insert(-x);
            total -= x;
            while (total > oil) {
                total -= *drops.rbegin();
                drops.erase(std::prev(drops.end()));
            }
            continue;
        }
        oil += x;
        long long lost = oil > capacity ? oil - capacity : 0;
        oil -= lost;
        while (lost > 0 && !drops.empty()) {
            const long long first = *drops.begin();
            drops.erase(drops.begin());
            const long long cut = first < lost ? first : lost;
            total -= cut;
            lost -= cut;
            if (cut == first) ++lit;
            else drops.insert(first - cut);
        }
    }
    std::cout << lit + drops.size() << '\n';
}
