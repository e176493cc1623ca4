// The right idea with the coves in 32 bits.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        long long n;
        int d, q;
        cin >> n >> d >> q;
        vector<int> most(q + 1);
        for (int r = 0; r <= q; r++) most[r] = r <= d ? 1 : (int)((unsigned)most[r - 1] + most[r - 1 - d]);
        long long low = 1, high = n, hoped = n;
        deque<long long> onTheWay(d, 0);
        int left = q;
        while (low < high) {
            left--;
            long long lookout = 0;
            if (low < hoped) {
                lookout = low - 1 + max(1LL, min<long long>(most[left], hoped - low));
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
