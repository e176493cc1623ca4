// Colours do not meet: count the lit and the dark bulbs of each in arrays, and press its switch if more of them are dark.
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
            if (dark[c] > lit[c]) {
                knobs += lit[c];
                ++presses;
            } else {
                knobs += dark[c];
            }
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
