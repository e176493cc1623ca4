// Looks for a colour that can come off with one stroke; when there is none, takes off a row in single cells.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int h, w;
    cin >> h >> w;
    vector<string> a(h);
    for (auto &row : a) cin >> row;
    vector<array<int, 5>> off;
    while (true) {
        map<char, array<int, 4>> box;
        for (int y = 0; y < h; y++)
            for (int x = 0; x < w; x++) {
                if (a[y][x] == '.') continue;
                auto [it, isNew] = box.insert({a[y][x], {y, x, y, x}});
                auto &b = it->second;
                b = {min(b[0], y), min(b[1], x), max(b[2], y), max(b[3], x)};
            }
        if (box.empty()) break;
        bool found = false;
        for (auto &[c, b] : box) {
            bool alone = true;
            for (int y = b[0]; y <= b[2]; y++)
                for (int x = b[1]; x <= b[3]; x++) alone &= a[y][x] == c || a[y][x] == '.';
            if (!alone) continue;
            found = true;
            off.push_back({b[0], b[1], b[2], b[3], c});
            for (int y = b[0]; y <= b[2]; y++)
                for (int x = b[1]; x <= b[3]; x++) a[y][x] = '.';
        }
        if (found) continue;
        int y = 0;
        while (a[y] == string(w, '.')) y++;
        for (int x = 0; x < w; x++) {
            if (a[y][x] == '.') continue;
            off.push_back({y, x, y, x, a[y][x]});
            a[y][x] = '.';
        }
    }
    reverse(off.begin(), off.end());
    cout << off.size() << '\n';
    for (auto &s : off)
        cout << s[0] + 1 << ' ' << s[1] + 1 << ' ' << s[2] + 1 << ' ' << s[3] + 1 << ' ' << (char)s[4] << '\n';
}
