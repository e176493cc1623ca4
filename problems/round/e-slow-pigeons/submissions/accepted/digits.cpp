// Writes cove - 1 in a number system whose places are the coves that r minutes can tell apart; a one is followed by d zeros.
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
        long long base = 0;  // coves that are known to be too far west
        int valid = 1;       // pigeons of earlier minutes have nothing to add
        for (int minute = 1; minute <= q; minute++) {
            int left = q - minute;
            if (left >= d && base + most[left] < n) cout << "? " << base + most[left] << endl;
            else cout << "-" << endl;
            string said;
            cin >> said;
            int sent = minute - d;
            if (said == "E" && sent >= valid) {
                base += most[q - sent];
                valid = minute + 1;
            }
        }
        cout << "! " << base + 1 << endl;
    }
}
