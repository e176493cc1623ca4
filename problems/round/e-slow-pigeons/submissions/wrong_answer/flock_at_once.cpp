// Sends d + 1 pigeons, evenly spread, waits for all of them, and goes on between two of them.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        long long n;
        int d, q;
        cin >> n >> d >> q;
        long long low = 1, high = n;
        while (low < high) {
            vector<long long> lookouts;
            long long coves = high - low + 1;
            long long flock = min<long long>(d + 1, coves - 1);
            for (int i = 1; i <= flock; i++) lookouts.push_back(low - 1 + (long long)((__int128)coves * i / (flock + 1)));
            for (int minute = 0; minute < flock + d; minute++) {
                if (minute < flock) cout << "? " << lookouts[minute] << endl;
                else cout << "-" << endl;
                string said;
                cin >> said;
                if (said == "W") high = min(high, lookouts[minute - d]);
                if (said == "E") low = max(low, lookouts[minute - d] + 1);
            }
        }
        cout << "! " << low << endl;
    }
}
