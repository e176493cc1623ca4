// A knapsack that uses each size of a colour at most once.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        int n, k;
        cin >> n >> k;
        const int INF = 1e9;
        vector<int> fewest(k + 1, INF), last(k + 1, 0);
        fewest[0] = 0;
        for (int size = 2; size <= n / 2; size++) {
            int pairs = size * (size - 1) / 2;
            for (int sum = k; sum >= pairs; sum--)
                if (fewest[sum - pairs] + size < fewest[sum]) fewest[sum] = fewest[sum - pairs] + size, last[sum] = size;
        }
        if (fewest[k] > n) {
            cout << "-1\n";
            continue;
        }
        vector<int> sizes;
        for (int sum = k; sum > 0; sum -= last[sum] * (last[sum] - 1) / 2) sizes.push_back(last[sum]);
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
