// Start with a gain g of 0, take the prizes above g, which gives a better g, and so on until it gets no better: no sorting.
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
        double gain = 0;
        while (true) {
            long long count = 0, sum = 0;
            for (int a : prizes) {
                if (a > gain) {
                    ++count;
                    sum += a;
                }
            }
            if (count == 0) break;
            double next = double(sum - n * c) / count;
            if (next <= gain) break;
            gain = next;
        }
        cout << gain << '\n';
    }
}
