// The plain table over (flags, pairs), a byte an entry and built anew for every case: O(n^4).
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        int n, k;
        cin >> n >> k;
        int top = n * n / 4;
        if (k > top) {
            cout << "-1\n";
            continue;
        }
        vector<vector<short>> last(n + 1, vector<short>(k + 1, 0));
        last[0][0] = 1;
        for (int size = 2; size <= n / 2; size++) {
            int pairs = size * (size - 1) / 2;
            for (int flags = size; flags <= n; flags++)
                for (int sum = pairs; sum <= k; sum++)
                    if (last[flags][sum] == 0 && last[flags - size][sum - pairs] != 0) last[flags][sum] = size;
        }
        int flags = 0;
        while (flags <= n && last[flags][k] == 0) flags++;
        if (flags > n) {
            cout << "-1\n";
            continue;
        }
        vector<int> sizes;
        for (int sum = k; sum > 0;) {
            int size = last[flags][sum];
            sizes.push_back(size);
            flags -= size;
            sum -= size * (size - 1) / 2;
        }
        sort(sizes.rbegin(), sizes.rend());
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
