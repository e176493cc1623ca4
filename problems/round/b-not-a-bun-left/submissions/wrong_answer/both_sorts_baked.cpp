// Takes it for granted that some of each sort are baked.
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
        long long coins = 0;
        for (int& e : extra) {
            int b;
            cin >> b;
            e -= b;
            coins += b;
        }
        sort(extra.rbegin(), extra.rend());
        long long best = -1;
        for (int apple = 1; apple < n; ++apple) {
            coins += extra[apple - 1];
            if (apple % p == 0 && (n - apple) % q == 0) best = max(best, coins);
        }
        cout << best << '\n';
    }
}
