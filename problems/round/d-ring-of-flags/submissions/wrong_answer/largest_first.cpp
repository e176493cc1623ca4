// Takes the largest colour that still fits, again and again, and never thinks twice.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    cin >> t;
    while (t--) {
        int n, k;
        cin >> n >> k;
        vector<int> sizes;
        int rest = k, flags = n;
        while (rest > 0 && flags >= 2 && n / 2 >= 2) {
            int size = 2;
            while (size < n / 2 && size < flags && (size + 1) * size / 2 <= rest) size++;
            if (size * (size - 1) / 2 > rest) break;
            sizes.push_back(size);
            rest -= size * (size - 1) / 2;
            flags -= size;
        }
        if (rest > 0) {
            cout << "-1\n";
            continue;
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
