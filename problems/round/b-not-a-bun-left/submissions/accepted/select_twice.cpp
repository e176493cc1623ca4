// What more apple buns bring falls and falls, so a binary search over the possible numbers of apple trays finds the best;
// the guests between two numbers are found by nth_element, without sorting.
#include <bits/stdc++.h>
using namespace std;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    int t;
    cin >> t;
    while (t--) {
        int n, p, q;
        cin >> n >> p >> q;
        vector<int> extra(n);
        for (int& e : extra) cin >> e;
        long long cheese = 0;
        for (int& e : extra) {
            int b;
            cin >> b;
            e -= b;
            cheese += b;
        }
        vector<int> counts;
        for (int apple = 0; apple <= n; apple += p)
            if ((n - apple) % q == 0) counts.push_back(apple);
        if (counts.empty()) {
            cout << -1 << '\n';
            continue;
        }
        auto coins = [&](int apple) {
            if (apple < n) nth_element(extra.begin(), extra.begin() + apple, extra.end(), greater<int>());
            return accumulate(extra.begin(), extra.begin() + apple, cheese);
        };
        int low = 0, high = counts.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (coins(counts[middle]) < coins(counts[middle + 1])) low = middle + 1;
            else high = middle;
        }
        cout << coins(counts[low]) << '\n';
    }
}
