// Takes each run of neighbours with the same colour for a group of its own, without sorting them.
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
        for (int first = 0, last; first < n; first = last) {
            int dark = 0;
            for (last = first; last < n && colour[last] == colour[first]; ++last) dark += state[last] == '.';
            int lit = last - first - dark;
            knobs += min(lit, dark);
            presses += dark > lit;
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
