// The right idea with a table for a hundred minutes.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        long long n;
        int d, q;
        cin >> n >> d >> q;
        vector<long long> most(100);
        for (int r = 0; r <= q; r++) most.at(r) = r <= d ? 1 : most.at(r - 1) + most.at(r - 1 - d);
        long long low = 1, high = n, hoped = n;
        deque<long long> onTheWay(d, 0);
        int left = q;
        while (low < high) {
            left--;
            long long lookout = 0;
            if (low < hoped) {
                lookout = low - 1 + min(most.at(left), hoped - low);
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
