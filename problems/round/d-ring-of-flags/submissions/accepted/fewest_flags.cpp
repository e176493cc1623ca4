// Knapsack: the fewest flags whose colours give exactly k pairs, with no colour on more than half of the posts; the rest are single.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    scanf("%d", &t);
    while (t--) {
        int n, k;
        scanf("%d %d", &n, &k);
        const int INF = 1e9;
        vector<int> fewest(k + 1, INF), last(k + 1, 0);
        fewest[0] = 0;
        for (int size = 2; size <= n / 2; size++) {
            int pairs = size * (size - 1) / 2;
            for (int sum = pairs; sum <= k; sum++) {
                if (fewest[sum - pairs] + size < fewest[sum]) {
                    fewest[sum] = fewest[sum - pairs] + size;
                    last[sum] = size;
                }
            }
        }
        if (fewest[k] > n) {
            puts("-1");
            continue;
        }
        vector<int> sizes;
        for (int sum = k; sum > 0; sum -= last[sum] * (last[sum] - 1) / 2) sizes.push_back(last[sum]);
        sort(sizes.rbegin(), sizes.rend());
        vector<int> ring(n);
        int post = 0, colour = 0;
        auto put = [&]() {
            ring[post] = colour;
            post += 2;
            if (post >= n) post = 1;
        };
        int used = 0;
        for (int size : sizes) {
            colour++;
            for (int i = 0; i < size; i++) put();
            used += size;
        }
        while (used < n) {
            colour++;
            put();
            used++;
        }
        for (int i = 0; i < n; i++) printf("%d%c", ring[i], i + 1 < n ? ' ' : '\n');
    }
}
