// With a gain of g before a turn, the turn is worth it if what the prizes above g bring on average is more than c: halve for g.
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
        for (int step = 0; step < 70; ++step) {
            double gain = (low + high) / 2, more = 0;
            for (double a : prizes) more += max(a - gain, 0.0);
            if (more / n > c) low = gain;
            else high = gain;
        }
        printf("%.9f\n", low);
    }
}
