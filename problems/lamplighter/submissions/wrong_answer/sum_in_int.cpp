// The right backward idea, with the sum of the steps in 32 bits.
#include <iostream>
#include <iterator>
#include <set>
#include <vector>

int main() {
    int n;
    long long capacity, start;
    std::cin >> n >> capacity >> start;
    std::vector<int> road(n);
    for (int &x : road) std::cin >> x;
    std::multiset<int> steps;
    int total = 0, lit = 0;
    for (int i = n - 1; i >= 0; --i) {
        if (road[i] < 0) {
            steps.insert(-road[i]);
            total += -road[i];
            while (!steps.empty() && total > capacity) {
                total -= *steps.rbegin();
                steps.erase(std::prev(steps.end()));
            }
        } else {
            int barrel = road[i];
            while (barrel > 0 && !steps.empty()) {
                int first = *steps.begin();
                steps.erase(steps.begin());
                int paid = std::min(first, barrel);
                barrel -= paid;
                total -= paid;
                if (paid == first) ++lit;
                else steps.insert(first - paid);
            }
        }
    }
    while (!steps.empty() && total > start) {
        total -= *steps.rbegin();
        steps.erase(std::prev(steps.end()));
    }
    std::cout << lit + steps.size() << '\n';
}
