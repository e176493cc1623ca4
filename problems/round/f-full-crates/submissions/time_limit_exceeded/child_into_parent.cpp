// The map of a child always goes into that of its parent, however large it is: O(n^2) on a long street.
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

    int width = k == 1 ? 1 : (int)ceil(62 / log2(k));  // k to the power of it is beyond 2^62
    mt19937_64 random(987654321);
    vector<unsigned> ofColour((size_t)(n + 1) * width);
    for (unsigned &digit : ofColour) digit = random() % k;
    vector<Key> place(width);
    for (Key &one : place) one = random();

    vector<unsigned> digits((size_t)(n + 1) * width, 0);
    vector<Key> key(n + 1, 0);
    for (int i = 2; i <= n; i++)
        for (int j = 0; j < width; j++) {
            unsigned digit = digits[(size_t)parent[i] * width + j] + ofColour[(size_t)colour[i] * width + j];
            if (digit >= (unsigned)k) digit -= k;
            digits[(size_t)i * width + j] = digit;
            key[i] += place[j] * digit;
        }
    auto partner = [&](int square, int meeting) {
        Key result = 0;
        const unsigned *own = &digits[(size_t)square * width], *top = &digits[(size_t)meeting * width];
        for (int j = 0; j < width; j++) {
            unsigned digit = 2 * top[j] + k - own[j];
            if (digit >= (unsigned)k) digit -= k;
            if (digit >= (unsigned)k) digit -= k;
            result += place[j] * digit;
        }
        return result;
    };

    vector<unordered_map<Key, int>> seen(n + 1);
    vector<vector<int>> squares(n + 1);
    for (int i = 1; i <= n; i++) {
        seen[i][key[i]] = 1;
        squares[i] = {i};
    }
    long long pairs = 0;
    for (int i = n; i >= 2; i--) {
        int up = parent[i];
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
