// The right sizes, but the flags are dealt out round by round, so that what is left of a colour comes to stand together.
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
            for (int sum = pairs; sum <= k; sum++)
                if (fewest[sum - pairs] + size < fewest[sum]) fewest[sum] = fewest[sum - pairs] + size, last[sum] = size;
        }
        if (fewest[k] > n) {
            cout << "-1\n";
            continue;
        }
        vector<int> sizes;
        for (int sum = k; sum > 0; sum -= last[sum] * (last[sum] - 1) / 2) sizes.push_back(last[sum]);
        sort(sizes.rbegin(), sizes.rend());
        int single = accumulate(sizes.begin(), sizes.end(), 0);
        sizes.resize(sizes.size() + n - single, 1);
        vector<int> ring;
        while ((int)ring.size() < n)
            for (int colour = 0; colour < (int)sizes.size(); colour++)
                if (sizes[colour] > 0) {
                    sizes[colour]--;
                    ring.push_back(colour + 1);
                }
        for (int one : ring) cout << one << ' ';
        cout << '\n';
    }
}
