// Tries all sizes of two colours and takes the other flags to be single.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        int n, k;
        cin >> n >> k;
        vector<int> sizes;
        for (int a = 1; a <= n / 2 && sizes.empty(); a++)
            for (int b = 1; b <= a && a + b <= n; b++)
                if (a * (a - 1) / 2 + b * (b - 1) / 2 == k) {
                    sizes = {a, b};
                    break;
                }
        if (sizes.empty()) {
            cout << "-1\n";
            continue;
        }
        vector<int> ring(n);
        int post = 0, colour = 0, used = 0;
        auto put = [&](int size) {
            colour++;
            used += size;
            while (size--) {
                ring[post] = colour;
                post = post + 2 < n ? post + 2 : 1;
            }
        };
        for (int size : sizes) put(size);
        while (used < n) put(1);
        for (int one : ring) cout << one << ' ';
        cout << '\n';
    }
}
