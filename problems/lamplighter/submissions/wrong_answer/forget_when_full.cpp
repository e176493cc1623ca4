// Regret heap that knows about lost oil, but only so far as to keep for ever what was lit before the can was last full.
#include <iostream>
#include <queue>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    long long capacity, oil;
    std::cin >> n >> capacity >> oil;
    std::priority_queue<long long> sinceFull;
    int lit = 0;
    while (n--) {
        long long x;
        std::cin >> x;
        if (x > 0) {
            oil += x;
            if (oil >= capacity) {
                oil = capacity;
                sinceFull = {};
            }
            continue;
        }
        sinceFull.push(-x);
        oil += x;
        ++lit;
        if (oil < 0) {
            oil += sinceFull.top();
            sinceFull.pop();
            --lit;
            if (oil > capacity) oil = capacity;
        }
    }
    std::cout << lit << '\n';
}
