// Everybody's favourite first; then the nearest possible numbers of apple buns below and above, changing whoever loses least.
#include <bits/stdc++.h>
using namespace std;

const long long IMPOSSIBLE = LLONG_MAX;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    int t;
    cin >> t;
    while (t--) {
        int n, p, q;
        cin >> n >> p >> q;
        vector<int> a(n), b(n);
        for (int& x : a) cin >> x;
        for (int& x : b) cin >> x;
        long long favourites = 0;
        vector<int> appleLosses, cheeseLosses;
        for (int i = 0; i < n; ++i) {
            favourites += max(a[i], b[i]);
            if (a[i] > b[i]) appleLosses.push_back(a[i] - b[i]);
            else cheeseLosses.push_back(b[i] - a[i]);
        }
        const int lovers = appleLosses.size();
        auto loss = [&](vector<int>& losses, int step) {
            sort(losses.begin(), losses.end());
            long long sum = 0;
            for (int changed = 0; changed <= (int)losses.size(); ++changed) {
                if (changed > 0) sum += losses[changed - 1];
                int apple = lovers + step * changed;
                if (apple % p == 0 && (n - apple) % q == 0) return sum;
            }
            return IMPOSSIBLE;
        };
        long long least = min(loss(appleLosses, -1), loss(cheeseLosses, 1));
        cout << (least == IMPOSSIBLE ? -1 : favourites - least) << '\n';
    }
}
