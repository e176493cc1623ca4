// The plain table oil[k] = most oil left with k lanterns lit, updated for every lantern and barrel: O(n^2).
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n;
    long long capacity, start;
    std::cin >> n >> capacity >> start;
    std::vector<long long> oil = {start};
    while (n--) {
        long long x;
        std::cin >> x;
        if (x > 0) {
            for (auto &level : oil) level = std::min(capacity, level + x);
            continue;
        }
        oil.push_back(-1);
        for (std::size_t k = oil.size() - 1; k > 0; --k) oil[k] = std::max(oil[k], oil[k - 1] + x);
        while (oil.back() < 0) oil.pop_back();
    }
    std::cout << oil.size() - 1 << '\n';
}
