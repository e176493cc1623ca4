// The right idea, but the counts of the evenings before are still in the arrays.
#include <bits/stdc++.h>
using namespace std;

const int MAX_N = 100000;
int lit[MAX_N + 1], dark[MAX_N + 1];

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
        for (int i = 0; i < n; ++i) {
            if (state[i] == '*') ++lit[colour[i]];
            else ++dark[colour[i]];
        }
        int knobs = 0, presses = 0;
        for (int c = 1; c <= n; ++c) {
            knobs += min(lit[c], dark[c]);
            presses += dark[c] > lit[c];
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
