// Takes off one row or column after the other, each with the fewest strokes for it (interval DP); joins equal neighbours.
#include <bits/stdc++.h>
using namespace std;

struct Stroke {
    int top, left, bottom, right;
    char colour;
};

int height, width;
vector<string> picture;
vector<Stroke> best;
mt19937 rng(20250919);

double chance() { return rng() / 4294967296.0; }

void keep(const vector<Stroke> &strokes) {
    if (best.empty() || strokes.size() < best.size()) best = strokes;
}

// Fewest strokes for a row of colours, in the order of painting: (first, last, colour).
struct Row {
    string s;
    vector<vector<int>> cost;

    explicit Row(const string &colours_) : s(colours_) {
        int n = s.size();
        cost.assign(n + 2, vector<int>(n + 2, 0));
        for (int i = n - 1; i >= 0; i--)
            for (int j = i; j < n; j++) {
                cost[i][j] = 1 + cost[i + 1][j];
                for (int k = i + 1; k <= j; k++)
                    if (s[k] == s[i]) cost[i][j] = min(cost[i][j], inner(i + 1, k - 1) + cost[k][j]);
            }
    }

    int inner(int i, int j) const { return i > j ? 0 : cost[i][j]; }
    int total() const { return cost[0][s.size() - 1]; }

    void strokes(int i, int j, int left, vector<array<int, 3>> &out) const {
        if (i > j) return;
        for (int k = i + 1; k <= j; k++) {
            if (s[k] != s[i] || inner(i + 1, k - 1) + cost[k][j] != cost[i][j]) continue;
            strokes(k, j, left, out);
            strokes(i + 1, k - 1, i + 1, out);
            return;
        }
        out.push_back({left, i, s[i]});
        strokes(i + 1, j, i + 1, out);
    }
};

struct Group {
    int first, last;
};

// What is left of the picture when lines are off: rows and columns, equal neighbours taken together.
struct Rest {
    vector<string> cells;
    vector<Group> rows, columns;

    void turn() {
        vector<string> turned(columns.size(), string(rows.size(), ' '));
        for (size_t y = 0; y < rows.size(); y++)
            for (size_t x = 0; x < columns.size(); x++) turned[x][y] = cells[y][x];
        cells = turned;
        swap(rows, columns);
    }

    void mergeRows() {
        vector<string> kept;
        vector<Group> groups;
        for (size_t y = 0; y < rows.size(); y++) {
            if (!kept.empty() && kept.back() == cells[y]) {
                groups.back().last = rows[y].last;
            } else {
                kept.push_back(cells[y]);
                groups.push_back(rows[y]);
            }
        }
        cells = kept;
        rows = groups;
    }

    void merge() {
        for (size_t before = 0; before != rows.size() + columns.size();) {
            before = rows.size() + columns.size();
            for (int side = 0; side < 2; side++) {
                mergeRows();
                turn();
            }
        }
    }

    void remove(int y) {
        cells.erase(cells.begin() + y);
        rows.erase(rows.begin() + y);
    }
};

void lines(double noise) {
    Rest rest;
    rest.cells = picture;
    for (int y = 0; y < height; y++) rest.rows.push_back({y, y});
    for (int x = 0; x < width; x++) rest.columns.push_back({x, x});
    vector<Stroke> reversed_;
    while (!rest.rows.empty() && !rest.columns.empty()) {
        rest.merge();
        double bestValue = 1e18;
        int bestLine = 0, bestSide = 0;
        for (int side = 0; side < 2; side++, rest.turn()) {
            int n = rest.rows.size();
            map<string, int> costs;
            for (int y = 0; y < n; y++) {
                auto known = costs.find(rest.cells[y]);
                if (known == costs.end()) known = costs.emplace(rest.cells[y], Row(rest.cells[y]).total()).first;
                bool joins = y > 0 && y + 1 < n && rest.cells[y - 1] == rest.cells[y + 1];
                double value = known->second / (joins ? 2.0 : 1.0) / (1 + noise * chance());
                if (value < bestValue) {
                    bestValue = value;
                    bestLine = y;
                    bestSide = side;
                }
            }
        }
        if (bestSide == 1) rest.turn();
        vector<array<int, 3>> strokes;
        Row(rest.cells[bestLine]).strokes(0, rest.columns.size() - 1, 0, strokes);
        Group line = rest.rows[bestLine];
        for (int i = (int)strokes.size() - 1; i >= 0; i--) {
            int first = rest.columns[strokes[i][0]].first, last = rest.columns[strokes[i][1]].last;
            char colour = strokes[i][2];
            if (bestSide == 0) reversed_.push_back({line.first, first, line.last, last, colour});
            else reversed_.push_back({first, line.first, last, line.last, colour});
        }
        rest.remove(bestLine);
        if (bestSide == 1) rest.turn();
    }
    reverse(reversed_.begin(), reversed_.end());
    keep(reversed_);
}

int main() {
    cin >> height >> width;
    picture.resize(height);
    for (auto &row : picture) cin >> row;
    for (int run = 0; run < 20; run++) lines(run == 0 ? 0 : 0.3);
    printf("%d\n", (int)best.size());
    for (auto &s : best) printf("%d %d %d %d %c\n", s.top + 1, s.left + 1, s.bottom + 1, s.right + 1, s.colour);
}
