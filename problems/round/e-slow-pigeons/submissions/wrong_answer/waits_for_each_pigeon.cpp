// Halves the coves and waits for every pigeon before it sends the next one.
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
            long long middle = low + (high - low) / 2;
            cout << "? " << middle << endl;
            string said;
            cin >> said;
            for (int i = 0; i < d; i++) {
                cout << "-" << endl;
                cin >> said;
            }
            if (said == "W") high = middle;
            else low = middle + 1;
        }
        cout << "! " << low << endl;
    }
}
