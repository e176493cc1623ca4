// Takes off rows and columns that have one colour left, several equal ones side by side at once; cells where there is none.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int h, w;
    cin >> h >> w;
    vector<string> a(h);
    for (auto &row : a) cin >> row;
    vector<array<int, 5>> off;
    auto line = [&](bool isRow, int i) {  // its only colour, 0 with several, '.' with none
        char c = '.';
        for (int k = 0; k < (isRow ? w : h); k++) {
            char d = isRow ? a[i][k] : a[k][i];
            if (d == '.' || d == c) continue;
            if (c != '.') return '\0';
            c = d;
        }
        return c;
    };
    while (true) {
        array<int, 4> best = {0, 0, 0, 0};  // cells, row or not, first, last
        char colour = 0;
        for (bool isRow : {true, false}) {
            int n = isRow ? h : w;
            for (int i = 0; i < n; i++) {
                char c = line(isRow, i);
                if (c == 0 || c == '.') continue;
                int j = i, cells = 0;
                for (; j < n && (line(isRow, j) == c || line(isRow, j) == '.'); j++)
                    for (int k = 0; k < (isRow ? w : h); k++) cells += (isRow ? a[j][k] : a[k][j]) != '.';
                if (cells > best[0]) {
                    best = {cells, isRow, i, j - 1};
                    colour = c;
                }
            }
        }
        array<int, 5> s;
        if (best[0] > 0) {
            if (best[1]) s = {best[2], 0, best[3], w - 1, colour};
            else s = {0, best[2], h - 1, best[3], colour};
        } else {
            int y = 0, x = 0;
            while (y < h && a[y] == string(w, '.')) y++;
            if (y == h) break;
            while (a[y][x] == '.') x++;
            s = {y, x, y, x, a[y][x]};
        }
        off.push_back(s);
        for (int y = s[0]; y <= s[2]; y++)
            for (int x = s[1]; x <= s[3]; x++) a[y][x] = '.';
    }
    reverse(off.begin(), off.end());
    printf("%d\n", (int)off.size());
    for (auto &s : off) printf("%d %d %d %d %c\n", s[0] + 1, s[1] + 1, s[2] + 1, s[3] + 1, s[4]);
}
