// Sorts the guests by how many times as much they pay for apple as for cheese, instead of how much more.
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
        vector<pair<int, int>> guests(n);
        for (auto& [a, b] : guests) cin >> a;
        for (auto& [a, b] : guests) cin >> b;
        sort(guests.begin(), guests.end(), [](auto& x, auto& y) { return 1LL * x.first * y.second > 1LL * y.first * x.second; });
        long long coins = 0, best = -1;
        for (auto& [a, b] : guests) coins += b;
        for (int apple = 0; apple <= n; ++apple) {
            if (apple > 0) coins += guests[apple - 1].first - guests[apple - 1].second;
            if (apple % p == 0 && (n - apple) % q == 0) best = max(best, coins);
        }
        cout << best << '\n';
    }
}
