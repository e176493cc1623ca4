// What Ilse gains with one turn, two turns and so on, until no digit of it changes any more, looking at all the prizes each time.
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
        vector<double> prizes(n);
        for (double& a : prizes) cin >> a;
        double gain = 0;
        while (true) {
            double more = 0;
            for (double a : prizes) more += max(a - gain, 0.0);
            double next = gain + (more / n - c);
            if (next <= gain) break;
            gain = next;
        }
        cout << gain << '\n';
    }
}
