// Counts from the root with random weights, each modulo k, and taken from each other as sums of 64 bits: those do not wrap at k.
#include <bits/stdc++.h>
using namespace std;

using Key = unsigned long long;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    int n, k;
    cin >> n >> k;
    vector<int> parent(n + 1), colour(n + 1);
    for (int i = 2; i <= n; i++) cin >> parent[i];
    for (int i = 2; i <= n; i++) cin >> colour[i];

    mt19937_64 random(5);
    vector<Key> weight(n + 1), key(n + 1, 0);
    for (Key &one : weight) one = random();
    vector<vector<int>> below(n + 1);
    for (int i = 2; i <= n; i++) below[parent[i]].push_back(i);
    vector<int> lanterns(n + 1, 0);
    vector<pair<int, size_t>> path = {{1, 0}};
    while (!path.empty()) {
        auto &[square, next] = path.back();
        if (next == below[square].size()) {
            int &count = lanterns[colour[square]];
            if (square != 1) count = (count + k - 1) % k;
            path.pop_back();
            continue;
        }
        int child = below[square][next++];
        int &count = lanterns[colour[child]];
        Key before = count;
        count = (count + 1) % k;
        key[child] = key[square] + weight[colour[child]] * ((Key)count - before);
        path.push_back({child, 0});
    }
    auto partner = [&](int square, int meeting) { return k == 2 ? key[square] : 2 * key[meeting] - key[square]; };

    vector<unordered_map<Key, int>> seen(n + 1);
    vector<vector<int>> squares(n + 1);
    for (int i = 1; i <= n; i++) {
        seen[i][key[i]] = 1;
        squares[i] = {i};
    }
    long long pairs = 0;
    for (int i = n; i >= 2; i--) {
        int up = parent[i];
        if (squares[i].size() > squares[up].size()) {
            swap(seen[i], seen[up]);
            swap(squares[i], squares[up]);
        }
        for (int square : squares[i]) {
            auto found = seen[up].find(partner(square, up));
            if (found != seen[up].end()) pairs += found->second;
        }
        for (int square : squares[i]) {
            seen[up][key[square]]++;
            squares[up].push_back(square);
        }
        unordered_map<Key, int>().swap(seen[i]);
        vector<int>().swap(squares[i]);
    }
    cout << pairs << '\n';
}
