// All knobs first; a press then saves what a colour has more of dark bulbs than of lit ones, so one balance is enough.
#include <bits/stdc++.h>
using namespace std;

const int MAX_N = 100000;
int colour[MAX_N];
int balance[MAX_N + 1];

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    int t;
    cin >> t;
    while (t--) {
        int n;
        string state;
        cin >> n;
        for (int i = 0; i < n; ++i) cin >> colour[i];
        cin >> state;
        int knobs = 0, presses = 0;
        for (int i = 0; i < n; ++i) {
            if (state[i] == '.') {
                ++knobs;
                ++balance[colour[i]];
            } else {
                --balance[colour[i]];
            }
        }
        for (int i = 0; i < n; ++i) {
            int& saved = balance[colour[i]];
            if (saved > 0) {
                knobs -= saved;
                ++presses;
            }
            saved = 0;
        }
        cout << knobs << ' ' << presses << '\n';
    }
}
