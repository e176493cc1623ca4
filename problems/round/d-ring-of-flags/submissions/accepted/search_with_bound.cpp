// Depth-first search over the sizes, largest first, cut off where even the largest size allowed makes too few pairs of the flags left.
#include <bits/stdc++.h>
using namespace std;

vector<int> sizes;

bool split(long long flags, long long pairs, long long most) {
    if (pairs == 0) return true;
    most = min(most, flags);
    while (most * (most - 1) / 2 > pairs) most--;
    for (long long size = most; size >= 2; size--) {
        // Flags in groups of `size` give the most pairs that sizes up to it can.
        if (flags / size * (size * (size - 1) / 2) + (flags % size) * (flags % size - 1) / 2 < pairs) return false;
        sizes.push_back(size);
        if (split(flags - size, pairs - size * (size - 1) / 2, size)) return true;
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
        if (!split(n, k, n / 2)) {
            cout << "-1\n";
            continue;
        }
        vector<int> ring(n, 0);
        int post = 0;
        for (int colour = 1; colour <= (int)sizes.size(); colour++)
            for (int i = 0; i < sizes[colour - 1]; i++) {
                ring[post] = colour;
                post = post + 2 < n ? post + 2 : 1;
            }
        int next = sizes.size();
        for (int &colour : ring)
            if (colour == 0) colour = ++next;
        for (int i = 0; i < n; i++) cout << ring[i] << " \n"[i + 1 == n];
    }
}
