// Takes it that there are as many coves as q minutes can tell apart, and sends pigeons to lookouts that do not exist.
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
        int valid = 1;
        for (int minute = 1; minute <= q; minute++) {
            int left = q - minute;
            if (left >= d) cout << "? " << low - 1 + most[left] << endl;
            else cout << "-" << endl;
            string said;
            cin >> said;
            int sent = minute - d;
            if (said == "E" && sent >= valid) {
                low += most[q - sent];
                valid = minute + 1;
            }
        }
        cout << "! " << low << endl;
    }
}
