// The right idea, with the number of coves computed by plain recursion, again and again.
#include <bits/stdc++.h>
using namespace std;

long long most(int minutes, int d) { return minutes <= d ? 1 : most(minutes - 1, d) + most(minutes - 1 - d, d); }

int main() {
    int t;
    cin >> t;
    while (t--) {
        long long n;
        int d, q;
        cin >> n >> d >> q;
        long long low = 1, high = n, hoped = n;
        deque<long long> onTheWay(d, 0);
        int left = q;
        while (low < high) {
            left--;
            long long lookout = 0;
            if (low < hoped) {
                lookout = low - 1 + min(most(left, d), hoped - low);
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
