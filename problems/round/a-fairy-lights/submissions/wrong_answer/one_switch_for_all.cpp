// Takes the switches for one: presses all of them or none.
#include <bits/stdc++.h>
using namespace std;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    int t;
    cin >> t;
    while (t--) {
        int n;
        cin >> n;
        vector<int> colour(n), lit(n + 1, 0), dark(n + 1, 0);
        for (int i = 0; i < n; ++i) cin >> colour[i];
        string state;
        cin >> state;
        for (int i = 0; i < n; ++i) {
            if (state[i] == '*') ++lit[colour[i]];
            else ++dark[colour[i]];
        }
        int allLit = 0, allDark = 0, colours = 0;
        for (int c = 1; c <= n; ++c) {
            allLit += lit[c];
            allDark += dark[c];
            colours += lit[c] + dark[c] > 0;
        }
        int knobs = min(allLit, allDark), presses = allDark > allLit ? colours : 0;
        cout << knobs << ' ' << presses << '\n';
    }
}
