// Names the cove as soon as one is left if all pigeons on the way say W, without waiting for them.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        long long n;
        int d, q;
        cin >> n >> d >> q;
        vector<long long> most(q + 1);
        for (int r = 0; r <= q; r++) most[r] = r <= d ? 1 : most[r - 1] + most[r - 1 - d];
        long long low = 1, high = n, hoped = n;
        deque<long long> onTheWay(d, 0);
        int left = q;
        while (low < hoped) {
            left--;
            long long lookout = 0;
            if (low < hoped) {
                lookout = low - 1 + min(most[left], hoped - low);
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
