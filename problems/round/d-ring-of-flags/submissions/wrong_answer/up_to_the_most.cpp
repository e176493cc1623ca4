// Believes that everything up to the greatest number of pairs is possible, and fills it up as it goes.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        int n, k;
        cin >> n >> k;
        long long half = n / 2;
        if (k > half * (half - 1)) {
            cout << "-1\n";
            continue;
        }
        vector<int> sizes;
        int rest = k, flags = n;
        while (rest > 0 && flags >= 2) {
            int size = 2;
            while (size < half && size < flags && (size + 1) * size / 2 <= rest) size++;
            sizes.push_back(size);
            rest -= size * (size - 1) / 2;
            flags -= size;
        }
        vector<int> ring(n);
        int post = 0, colour = 0, used = 0;
        auto put = [&](int size) {
            colour++;
            used += size;
            while (size--) {
                ring[post] = colour;
                post = post + 2 < n ? post + 2 : 1;
            }
        };
        for (int size : sizes) put(size);
        while (used < n) put(1);
        for (int one : ring) cout << one << ' ';
        cout << '\n';
    }
}
