// Divides integers: what is left of the coins is dropped.
#include <bits/stdc++.h>
using namespace std;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    cout << fixed << setprecision(9);
    int t;
    cin >> t;
    while (t--) {
        long long n, c;
        cin >> n >> c;
        vector<int> prizes(n);
        for (int& a : prizes) cin >> a;
        sort(prizes.rbegin(), prizes.rend());
        double best = 0;
        long long sum = 0;
        for (int k = 1; k <= n; ++k) {
            sum += prizes[k - 1];
            best = max(best, double((sum - n * c) / k));
        }
        cout << best << '\n';
    }
}
