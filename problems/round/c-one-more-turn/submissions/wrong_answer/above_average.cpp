// Takes every prize that is at least the average of all.
#include <bits/stdc++.h>
using namespace std;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    int t;
    cin >> t;
    while (t--) {
        long long n, c;
        cin >> n >> c;
        vector<long long> prizes(n);
        for (long long& a : prizes) cin >> a;
        long long all = accumulate(prizes.begin(), prizes.end(), 0LL);
        long long count = 0, sum = 0;
        for (long long a : prizes) {
            if (a * n >= all) {
                ++count;
                sum += a;
            }
        }
        printf("%.9f\n", max(0.0, double(sum - n * c) / count));
    }
}
