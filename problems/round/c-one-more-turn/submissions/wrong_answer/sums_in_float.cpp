// The right idea in float, which has too few digits for the sums.
#include <bits/stdc++.h>
using namespace std;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    cout << fixed << setprecision(9);
    int t;
    cin >> t;
    while (t--) {
        int n;
        float c;
        cin >> n >> c;
        vector<int> prizes(n);
        for (int& a : prizes) cin >> a;
        sort(prizes.rbegin(), prizes.rend());
        float best = 0;
        float sum = 0;
        for (int k = 1; k <= n; ++k) {
            sum += prizes[k - 1];
            best = max(best, (sum - n * c) / k);
        }
        cout << best << '\n';
    }
}
