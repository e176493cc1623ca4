// Walk the road backwards: need(k) = least oil to light k more lanterns; it is convex, so keep its steps in a multiset.
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

    std::multiset<long long> steps;  // the steps of need() that are not 0
    long long total = 0;             // their sum, at most the capacity
    int freeLanterns = 0;            // steps that barrels have paid for completely

    auto dropLargestAbove = [&](long long limit) {
        while (total > limit) {
            auto largest = std::prev(steps.end());
            total -= *largest;
            steps.erase(largest);
        }
    };
    for (int i = n - 1; i >= 0; --i) {
        if (road[i] < 0) {
            steps.insert(-road[i]);
            total -= road[i];
            dropLargestAbove(capacity);
            continue;
        }
        long long barrel = road[i];
        while (barrel > 0 && !steps.empty()) {
            const long long smallest = *steps.begin();
            steps.erase(steps.begin());
            if (smallest <= barrel) {
                barrel -= smallest;
                total -= smallest;
                ++freeLanterns;
            } else {
                steps.insert(smallest - barrel);
                total -= barrel;
                barrel = 0;
            }
        }
    }
    dropLargestAbove(start);
    std::cout << freeLanterns + steps.size() << '\n';
}
