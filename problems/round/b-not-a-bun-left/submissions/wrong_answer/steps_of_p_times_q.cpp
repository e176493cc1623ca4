// From the first possible number of apple buns on, the next is taken to be p * q further, not their least common multiple.
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
        long long next = 0;
        while (next <= n && (n - next) % q != 0) next += p;
        for (int apple = 0; apple <= n; ++apple) {
            if (apple > 0) coins += extra[apple - 1];
            if (apple != next) continue;
            best = max(best, coins);
            next += 1LL * p * q;
        }
        cout << best << '\n';
    }
}
