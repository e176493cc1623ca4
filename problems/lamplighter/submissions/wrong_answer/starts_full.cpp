// The backward idea that stops too early: it keeps all that a full can could light, whatever the can holds at the start.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <set>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    long long capacity, start;
    std::cin >> n >> capacity >> start;
    std::vector<long long> road(n);
    for (auto &x : road) std::cin >> x;
    std::reverse(road.begin(), road.end());
    std::multiset<long long> steps;
    long long total = 0;
    int lit = 0;
    for (long long x : road) {
        if (x < 0) {
            steps.insert(-x);
            total -= x;
            while (total > capacity) {
                total -= *steps.rbegin();
                steps.erase(std::prev(steps.end()));
            }
            continue;
        }
        while (x > 0 && !steps.empty()) {
            const long long smallest = *steps.begin();
            const long long paid = std::min(smallest, x);
            steps.erase(steps.begin());
            total -= paid;
            x -= paid;
            if (paid == smallest) ++lit;
            else steps.insert(smallest - paid);
        }
    }
    std::cout << lit + steps.size() << '\n';
}
