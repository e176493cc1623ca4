// Halves only thirty times: the gain is known to a thousandth of a coin.
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
        double low = 0, high = 1e6;
        for (int step = 0; step < 30; ++step) {
            double gain = (low + high) / 2, more = 0;
            for (double a : prizes) more += max(a - gain, 0.0);
            if (more / n > c) low = gain;
            else high = gain;
        }
        printf("%.9f\n", low);
    }
}
