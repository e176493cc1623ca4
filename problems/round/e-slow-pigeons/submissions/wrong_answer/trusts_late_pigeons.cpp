// After E, takes the pigeons that were already on the way for news: each E moves the west end once more.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        long long n;
        int d, q;
        cin >> n >> d >> q;
        vector<long long> most(q + 1, 1);
        for (int r = d + 1; r <= q; r++) most[r] = most[r - 1] + most[r - 1 - d];
        long long low = 1;
        for (int minute = 1; minute <= q; minute++) {
            int left = q - minute;
            if (left >= d && low - 1 + most[left] < n) cout << "? " << low - 1 + most[left] << endl;
            else cout << "-" << endl;
            string said;
            cin >> said;
            if (said == "E") low = min(n, low + most[q - (minute - d)]);
        }
        cout << "! " << low << endl;
    }
}
