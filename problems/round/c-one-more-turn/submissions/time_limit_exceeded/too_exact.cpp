// Halves until the gain is known to 1e-12 coins: for large gains a double has no such digits, and the loop never ends.
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
        while (high - low > 1e-12) {
            double gain = (low + high) / 2, more = 0;
            for (double a : prizes) more += max(a - gain, 0.0);
            if (more / n > c) low = gain;
            else high = gain;
        }
        printf("%.9f\n", low);
    }
}
