// Splits by the ratio that the parts have in the long run, as a floating-point number.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        long long n;
        int d, q;
        cin >> n >> d >> q;
        double low01 = 0, high01 = 1;
        for (int i = 0; i < 100; i++) {
            double x = (low01 + high01) / 2;
            (x + pow(x, d + 1) < 1 ? low01 : high01) = x;
        }
        double ratio = low01;  // x = share of the west: x + x^(d + 1) = 1
        long long low = 1, high = n, hoped = n;
        deque<long long> onTheWay(d, 0);
        int left = q;
        while (low < high) {
            left--;
            long long lookout = 0;
            if (low < hoped) {
                lookout = low - 1 + min(hoped - low, max(1LL, (long long)llround((hoped - low + 1) * ratio)));
                hoped = lookout;
                cout << "? " << lookout << endl;
            } else {
                cout << "-" << endl;
            }
            onTheWay.push_back(lookout);
            string said;
            cin >> said;
            long long back = onTheWay.front();
            onTheWay.pop_front();
            if (said == "W") {
                high = min(high, back);
            } else if (said == "E" && back >= low) {
                low = back + 1;
                hoped = high;
            }
        }
        cout << "! " << low << endl;
    }
}
