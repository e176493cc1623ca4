// What Ilse gains if she has at most 1000 turns: too few where the prize worth waiting for is rare.
#include <bits/stdc++.h>
using namespace std;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    cout << fixed << setprecision(9);
    int t;
    cin >> t;
    while (t--) {
        int n, c;
        cin >> n >> c;
        vector<int> prizes(n);
        for (int& a : prizes) cin >> a;
        sort(prizes.rbegin(), prizes.rend());
        vector<double> sum(n + 1, 0);
        for (int k = 0; k < n; ++k) sum[k + 1] = sum[k] + prizes[k];
        double gain = 0;
        int taken = n;
        for (int turn = 0; turn < 1000; ++turn) {
            while (taken > 0 && prizes[taken - 1] <= gain) --taken;
            gain = max(gain, gain + (sum[taken] - taken * gain) / n - c);
        }
        cout << gain << '\n';
    }
}
