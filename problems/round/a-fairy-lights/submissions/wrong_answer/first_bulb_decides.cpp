// Walks along the chain: the first bulb of a colour, if dark, has its switch pressed, and later ones are put right by knobs.
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
        map<int, bool> isPressed;
        int knobs = 0, presses = 0;
        for (int i = 0; i < n; ++i) {
            bool isDark = state[i] == '.';
            auto [entry, isFirst] = isPressed.try_emplace(colour[i], isDark);
            if (isFirst) presses += isDark;
            else knobs += entry->second != isDark;
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
