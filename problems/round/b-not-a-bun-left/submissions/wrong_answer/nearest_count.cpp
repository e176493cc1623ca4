// Everybody's favourite first, then the possible number of apple buns that is nearest: fewest guests change, not cheapest ones.
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
        int lovers = count_if(extra.begin(), extra.end(), [](int e) { return e > 0; });
        int nearest = -1;
        for (int apple = 0; apple <= n; apple += p)
            if ((n - apple) % q == 0 && (nearest < 0 || abs(apple - lovers) < abs(nearest - lovers))) nearest = apple;
        if (nearest < 0) coins = -1;
        for (int i = 0; i < nearest; ++i) coins += extra[i];
        cout << coins << '\n';
    }
}
