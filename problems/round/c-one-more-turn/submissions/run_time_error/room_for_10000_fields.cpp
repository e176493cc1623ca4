// The right idea, with room for 10000 fields.
#include <bits/stdc++.h>
using namespace std;

array<int, 10000> prizes;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    cout << fixed << setprecision(9);
    int t;
    cin >> t;
    while (t--) {
        long long n, c;
        cin >> n >> c;
        for (int i = 0; i < n; ++i) cin >> prizes.at(i);
        sort(prizes.begin(), prizes.begin() + n, greater<int>());
        double best = 0;
        long long sum = 0;
        for (int k = 1; k <= n; ++k) {
            sum += prizes[k - 1];
            best = max(best, double(sum - n * c) / k);
        }
        cout << best << '\n';
    }
}
