// For each possible number of apple buns picks the guests with nth_element and adds up their coins anew.
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
        long long best = -1;
        for (int apple = 0; apple <= n; apple += p) {
            if ((n - apple) % q != 0) continue;
            if (apple < n) nth_element(extra.begin(), extra.begin() + apple, extra.end(), greater<int>());
            best = max(best, accumulate(extra.begin(), extra.begin() + apple, cheese));
        }
        cout << best << '\n';
    }
}
