// Paints two rows at a time where they are equal, and thinks that there always is a next one.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int h, w;
    cin >> h >> w;
    vector<string> rows(h);
    for (auto &row : rows) cin >> row;
    vector<string> strokes;
    for (int y = 0; y < h; y++) {
        int bottom = rows.at(y) == rows.at(y + 1 < h || h % 2 == 1 ? y + 1 : y) ? min(y + 1, h - 1) : y;
        for (int x = 0; x < w; x++) {
            int first = x;
            while (x + 1 < w && rows[y][x + 1] == rows[y][first]) x++;
            ostringstream line;
            line << y + 1 << ' ' << first + 1 << ' ' << bottom + 1 << ' ' << x + 1 << ' ' << rows[y][first];
            strokes.push_back(line.str());
        }
        y = bottom;
    }
    cout << strokes.size() << '\n';
    for (auto &stroke : strokes) cout << stroke << '\n';
}
