// What Ilse gains with one turn, two turns and so on, until one more turn changes it by less than 1e-9: it may still have far to go.
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
        while (true) {
            while (taken > 0 && prizes[taken - 1] <= gain) --taken;
            double change = (sum[taken] - taken * gain) / n - c;
            if (change < 1e-9) break;
            gain += change;
        }
        cout << gain << '\n';
    }
}
