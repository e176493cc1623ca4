// The right knapsack with a table for fifty thousand pairs: more than 60 000 are possible.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        int n, k;
        cin >> n >> k;
        if (k > n * (n - 1) / 4) {
            cout << "-1\n";
            continue;
        }
        vector<int> fewest(50000, 1e9), last(50000, 0);
        fewest.at(0) = 0;
        for (int size = 2; size <= n / 2; size++) {
            int pairs = size * (size - 1) / 2;
            for (int sum = pairs; sum <= k; sum++)
                if (fewest.at(sum - pairs) + size < fewest.at(sum)) {
                    fewest.at(sum) = fewest.at(sum - pairs) + size;
                    last.at(sum) = size;
                }
        }
        if (fewest.at(k) > n) {
            cout << "-1\n";
            continue;
        }
        vector<int> sizes;
        for (int sum = k; sum > 0; sum -= last.at(sum) * (last.at(sum) - 1) / 2) sizes.push_back(last.at(sum));
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
