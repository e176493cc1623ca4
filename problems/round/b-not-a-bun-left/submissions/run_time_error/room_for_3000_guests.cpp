// best[x] = most coins of the guests so far with x apple buns among them, with room for 3000 guests.
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
        array<long long, 3001> best;
        best[0] = 0;
        for (int i = 0; i < n; ++i) {
            best.at(i + 1) = best[i] + a[i];
            for (int x = i; x > 0; --x) best[x] = max(best[x] + b[i], best[x - 1] + a[i]);
            best[0] += b[i];
        }
        long long answer = -1;
        for (int x = 0; x <= n; x += p)
            if ((n - x) % q == 0) answer = max(answer, best[x]);
        cout << answer << '\n';
    }
}
