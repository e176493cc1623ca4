// Walks from every square and keeps the number of colours whose crate is not full: O(n^2).
#include <bits/stdc++.h>
using namespace std;

int n, k;
vector<vector<pair<int, int>>> streets;
vector<int> lanterns;
int open_crates = 0;
long long pairs = 0;

void walk(int square, int from, int start) {
    if (square > start && open_crates == 0) pairs++;
    for (auto [next, colour] : streets[square]) {
        if (next == from) continue;
        int before = lanterns[colour], after = (before + 1) % k;
        open_crates += (after != 0) - (before != 0);
        lanterns[colour] = after;
        walk(next, square, start);
        lanterns[colour] = before;
        open_crates -= (after != 0) - (before != 0);
    }
}

int main() {
    cin >> n >> k;
    streets.resize(n + 1);
    vector<int> parent(n + 1);
    for (int i = 2; i <= n; i++) cin >> parent[i];
    for (int i = 2, colour; i <= n; i++) {
        cin >> colour;
        streets[i].push_back({parent[i], colour});
        streets[parent[i]].push_back({i, colour});
    }
    lanterns.assign(n + 1, 0);
    for (int start = 1; start <= n; start++) walk(start, 0, start);
    cout << pairs << '\n';
}
