// Regret heap: light everything, and when the can runs dry take back the largest lantern, as if no oil had been lost since.
#include <algorithm>
#include <iostream>
#include <queue>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    long long capacity, oil;
    std::cin >> n >> capacity >> oil;
    std::priority_queue<long long> lit;
    while (n--) {
        long long x;
        std::cin >> x;
        if (x > 0) {
            oil = std::min(capacity, oil + x);
            continue;
        }
        lit.push(-x);
        oil += x;
        if (oil < 0) {
            oil = std::min(capacity, oil + lit.top());
            lit.pop();
        }
    }
    std::cout << lit.size() << '\n';
}
