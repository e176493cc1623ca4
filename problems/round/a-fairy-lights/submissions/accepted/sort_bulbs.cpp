// Sort the bulbs by colour, dark ones first: each colour is a stretch, and where its lit bulbs begin says all about it.
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
        vector<pair<int, bool>> bulbs(n);
        for (auto& [colour, isLit] : bulbs) cin >> colour;
        for (auto& [colour, isLit] : bulbs) {
            char c;
            cin >> c;
            isLit = c == '*';
        }
        sort(bulbs.begin(), bulbs.end());
        int knobs = 0, presses = 0;
        for (auto first = bulbs.begin(); first != bulbs.end();) {
            auto firstLit = lower_bound(first, bulbs.end(), make_pair(first->first, true));
            auto last = lower_bound(firstLit, bulbs.end(), make_pair(first->first + 1, false));
            int dark = firstLit - first, lit = last - firstLit;
            knobs += min(dark, lit);
            presses += dark > lit;
            first = last;
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
