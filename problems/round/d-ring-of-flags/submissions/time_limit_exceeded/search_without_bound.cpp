// Depth-first search over the sizes, largest first, without any bound: quick where there is a ring, endless where there is none.
#include <bits/stdc++.h>
using namespace std;

vector<int> sizes;

bool choose(int flags, int pairs, int most) {
    if (pairs == 0) return true;
    for (int size = min(most, flags); size >= 2; size--) {
        if (size * (size - 1) / 2 > pairs) continue;
        sizes.push_back(size);
        if (choose(flags - size, pairs - size * (size - 1) / 2, size)) return true;
        sizes.pop_back();
    }
    return false;
}

int main() {
    int t;
    cin >> t;
    while (t--) {
        int n, k;
        cin >> n >> k;
        sizes.clear();
        if (!choose(n, k, n / 2)) {
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
