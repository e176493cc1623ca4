// Makes a string of bulbs for each of the 100000 possible colours, anew for every evening.
#include <bits/stdc++.h>
using namespace std;

const int MAX_N = 100000;

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
        vector<string> states(MAX_N + 1);
        for (int i = 0; i < n; ++i) states[colour[i]] += state[i];
        int knobs = 0, presses = 0;
        for (const string& bulbs : states) {
            int dark = count(bulbs.begin(), bulbs.end(), '.'), lit = bulbs.size() - dark;
            knobs += min(lit, dark);
            presses += dark > lit;
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
