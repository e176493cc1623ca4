// One balance for each colour, which goes back to zero only where a switch was pressed: lit bulbs stay for the next evening.
#include <bits/stdc++.h>
using namespace std;

const int MAX_N = 100000;
int balance[MAX_N + 1];

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
        for (int i = 0; i < n; ++i) {
            if (state[i] == '.') ++knobs;
            balance[colour[i]] += state[i] == '.' ? 1 : -1;
        }
        for (int c = 1; c <= n; ++c) {
            if (balance[c] > 0) {
                knobs -= balance[c];
                ++presses;
                balance[c] = 0;
            }
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
