// Walks along the whole chain once for each colour that is in it.
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
        vector<int> colour(n);
        for (int& c : colour) cin >> c;
        string state;
        cin >> state;
        int knobs = 0, presses = 0;
        for (int c : set<int>(colour.begin(), colour.end())) {
            int lit = 0, dark = 0;
            for (int i = 0; i < n; ++i) {
                if (colour[i] != c) continue;
                if (state[i] == '*') ++lit;
                else ++dark;
            }
            knobs += min(lit, dark);
            presses += dark > lit;
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
