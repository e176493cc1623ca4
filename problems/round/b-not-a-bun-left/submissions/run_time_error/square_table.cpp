// best[i][x] = most coins of the first i guests with x apple buns among them, all rows kept: too much memory for many guests.
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
        vector<int> a(n), b(n);
        for (int& x : a) cin >> x;
        for (int& x : b) cin >> x;
        vector<vector<long long>> best(n + 1, vector<long long>(n + 1, LLONG_MIN / 2));
        best[0][0] = 0;
        for (int i = 0; i < n; ++i) {
            for (int x = 0; x <= i; ++x) {
                best[i + 1][x] = max(best[i + 1][x], best[i][x] + b[i]);
                best[i + 1][x + 1] = max(best[i + 1][x + 1], best[i][x] + a[i]);
            }
        }
        long long answer = -1;
        for (int x = 0; x <= n; x += p)
            if ((n - x) % q == 0) answer = max(answer, best[n][x]);
        cout << answer << '\n';
    }
}
