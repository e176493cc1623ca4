// Peels greedily, and prints the strokes in the order in which they come off.
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

void peel(double noise, double bonus) {
    vector<string> left = picture;
    vector<int> count(128, 0);
    for (auto &row : left)
        for (char c : row) count[c]++;
    int cells = height * width;
    vector<Stroke> reversed_;
    vector<vector<int>> sum(height + 1, vector<int>(width + 1, 0));
    vector<int> tall(width + 1), open;
    while (cells > 0 && (best.empty() || reversed_.size() + 1 < best.size())) {
        Stroke choice{};
        double bestValue = -1;
        for (char c = 'A'; c <= 'z'; c++) {
            if (count[c] == 0) continue;
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                    sum[y + 1][x + 1] = sum[y][x + 1] + sum[y + 1][x] - sum[y][x] + (left[y][x] == c);
            fill(tall.begin(), tall.end(), 0);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) tall[x] = left[y][x] == c || left[y][x] == '.' ? tall[x] + 1 : 0;
                open.clear();
                for (int x = 0; x <= width; x++) {
                    while (!open.empty() && tall[open.back()] >= tall[x] && tall[open.back()] > 0) {
                        int h = tall[open.back()];
                        open.pop_back();
                        int from = open.empty() ? 0 : open.back() + 1;
                        int cleared = sum[y + 1][x] - sum[y + 1 - h][x] - sum[y + 1][from] + sum[y + 1 - h][from];
                        if (cleared == 0) continue;
                        double value = cleared * (1 + noise * chance());
                        if (cleared == count[c]) value += bonus;
                        if (value > bestValue) {
                            bestValue = value;
                            choice = {y + 1 - h, from, y, x - 1, c};
                        }
                    }
                    while (!open.empty() && tall[open.back()] >= tall[x]) open.pop_back();
                    open.push_back(x);
                }
            }
        }
        for (int y = choice.top; y <= choice.bottom; y++)
            for (int x = choice.left; x <= choice.right; x++)
                if (left[y][x] == choice.colour) {
                    left[y][x] = '.';
                    cells--;
                    count[choice.colour]--;
                }
        reversed_.push_back(choice);
    }
    if (cells > 0) return;
    keep(reversed_);
}

int main() {
    cin >> height >> width;
    picture.resize(height);
    for (auto &row : picture) cin >> row;
    peel(0, 0);
    printf("%d\n", (int)best.size());
    for (auto &s : best) printf("%d %d %d %d %c\n", s.top + 1, s.left + 1, s.bottom + 1, s.right + 1, s.colour);
}
