// Tries every prize as the smallest that is taken, and looks at all the prizes for each.
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
        double best = 0;
        for (int smallest : prizes) {
            long long count = 0, sum = 0;
            for (int a : prizes) {
                if (a >= smallest) {
                    ++count;
                    sum += a;
                }
            }
            best = max(best, double(sum - n * c) / count);
        }
        cout << best << '\n';
    }
}
