// Keeps the coves that are left, and those that will be left if all pigeons on the way say W; splits the latter.
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
        long long low = 1, high = n;  // what is known
        long long hoped = n;          // high, if every pigeon on the way says W
        deque<long long> onTheWay(d, 0);
        int left = q;
        while (low < high) {
            left--;
            long long lookout = 0;
            if (low < hoped) {
                // The part in the west keeps its pigeons, the one in the east would have to start again when this one is back.
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
