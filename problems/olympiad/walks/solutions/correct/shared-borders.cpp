// Windows as in a search by thirds, but a known lantern may close one window and open the next.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

struct Window {
    int number, from, to;
};

vector<int> sorted_by_walks(int n) {
    vector<int> line, rest(n);
    iota(rest.begin(), rest.end(), 1);
    mt19937 dice(77);
    shuffle(rest.begin(), rest.end(), dice);
    line.push_back(rest.back());
    rest.pop_back();
    vector<Window> open;
    for (int number : rest) open.push_back({number, 0, 1});
    while (!open.empty()) {
        vector<int> list;
        vector<array<int, 3>> facts;  // position in the list of the second one, window, +-(border + 1)
        vector<bool> used(open.size());
        int end = -1;
        while (true) {
            int best = -1, best_left = -1, best_right = INT_MAX;
            for (int i = 0; i < (int)open.size(); i++) {
                if (used[i]) continue;
                auto [number, from, to] = open[i];
                int width = to - from + 1, cut = max(1, (int)(width * 0.3 + 0.5));
                int left = from + cut - 1, right = to - cut;
                if (from <= end) {
                    left = max(left, end);
                    if (end >= to || left - from + 1 > cut * 1.3 + 0.5) continue;
                    right = max(right, left + 1);
                    if (right >= to) continue;
                } else if (left >= right) {
                    left = -1;
                }
                if (right < best_right) best = i, best_left = left, best_right = right;
            }
            if (best < 0) break;
            used[best] = true;
            if (best_left > end) list.push_back(line[best_left]);
            if (best_left >= 0) facts.push_back({(int)list.size(), best, -(best_left + 1)});
            list.push_back(open[best].number);
            facts.push_back({(int)list.size(), best, best_right + 1});
            list.push_back(line[best_right]);
            end = best_right;
        }
        int lit = walk(list);
        for (auto [position, who, border] : facts) {
            if (position > lit) break;
            bool holds = position < lit;
            int place = abs(border) - 1;
            if ((border < 0) == holds) open[who].from = max(open[who].from, place + 1);
            else open[who].to = min(open[who].to, place);
        }
        for (int i = 0; i < (int)open.size(); i++) {
            if (open[i].from != open[i].to) continue;
            int gap = open[i].from;
            line.insert(line.begin() + gap, open[i].number);
            open.erase(open.begin() + i);
            for (Window& window : open) {
                window.from += window.from > gap;
                window.to += window.to >= gap;
            }
            i = -1;
        }
    }
    return line;
}

vector<int> find_order(int n, int k) {
    if (k >= 4 * n) return sorted_by_walks(n);
    vector<int> order(n);
    iota(order.begin(), order.end(), 1);
    if (k == 1) {
        int lit = walk(order) % n;
        for (int i = 0; i < n; i++) order[i] = (lit + i) % n + 1;
        return order;
    }
    for (int lit; (lit = walk(order)) < n;) swap(order[lit - 1], order[lit]);
    return order;
}
