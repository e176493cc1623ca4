// Presses a switch only if all the bulbs of its colour are dark, for fear of darkening a lit one.
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
        int knobs = 0, presses = 0;
        for (int c = 1; c <= n; ++c) {
            if (dark[c] > 0 && lit[c] == 0) {
                ++presses;
            } else {
                knobs += dark[c];
            }
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
