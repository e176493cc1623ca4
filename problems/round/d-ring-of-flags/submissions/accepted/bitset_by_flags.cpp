// For every number of flags a bitset of the pairs that they can give, built once for all cases in the order of n, then walked back.
#include <bits/stdc++.h>
using namespace std;

const int N = 500, PAIRS = 62500;
bitset<PAIRS> reachable[N + 1];

int pairsOf(int size) { return size * (size - 1) / 2; }

vector<int> sizesFor(int flags, int pairs) {
    vector<int> sizes;
    while (pairs > 0) {
        int size = 2;
        while (pairsOf(size) > pairs || !reachable[flags - size][pairs - pairsOf(size)]) size++;
        sizes.push_back(size);
        flags -= size;
        pairs -= pairsOf(size);
    }
    sort(sizes.rbegin(), sizes.rend());
    return sizes;
}

int main() {
    int t;
    cin >> t;
    vector<array<int, 3>> cases(t);
    for (int i = 0; i < t; i++) {
        cin >> cases[i][0] >> cases[i][1];
        cases[i][2] = i;
    }
    sort(cases.begin(), cases.end());
    vector<vector<int>> rings(t);
    for (auto &one : reachable) one[0] = 1;
    int largest = 1;
    for (auto [n, k, id] : cases) {
        while (largest < n / 2) {
            largest++;
            for (int flags = largest; flags <= N; flags++) reachable[flags] |= reachable[flags - largest] << pairsOf(largest);
        }
        if (k >= PAIRS || !reachable[n][k]) continue;
        vector<int> sizes = sizesFor(n, k);
        sizes.resize(sizes.size() + n - accumulate(sizes.begin(), sizes.end(), 0), 1);
        vector<int> row;
        for (int i = 0; i < (int)sizes.size(); i++) row.insert(row.end(), sizes[i], i + 1);
        rings[id].resize(n);
        int half = (n + 1) / 2;
        for (int i = 0; i < n; i++) rings[id][i] = i % 2 == 0 ? row[i / 2] : row[half + i / 2];
    }
    for (auto &ring : rings) {
        if (ring.empty()) cout << -1;
        for (int colour : ring) cout << colour << ' ';
        cout << '\n';
    }
}
