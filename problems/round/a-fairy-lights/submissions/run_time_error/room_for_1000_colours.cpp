// The right idea, with room for 1000 colours.
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
        array<int, 1001> lit{}, dark{};
        for (int i = 0; i < n; ++i) {
            if (state[i] == '*') ++lit.at(colour[i]);
            else ++dark.at(colour[i]);
        }
        int knobs = 0, presses = 0;
        for (int c = 1; c <= 1000; ++c) {
            knobs += min(lit[c], dark[c]);
            presses += dark[c] > lit[c];
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
