// Each lantern's place is narrowed down to a third at a time, and one walk does that for all whose windows do not touch.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

// It stands in one of the gaps low..high of the known order; gap g is just before the g-th known lantern.
struct Lantern {
    int number, low, high;
};

// Is it behind known[left] and before known[right]? Without a left end, left is -1.
struct Test {
    int who, left, right;
};

vector<int> one_walk(int n) {
    vector<int> order(n);
    iota(order.begin(), order.end(), 1);
    int lit = walk(order);
    rotate(order.begin(), order.begin() + lit % n, order.end());
    return order;
}

vector<int> mend_neighbours(int n) {
    vector<int> order(n);
    iota(order.begin(), order.end(), 1);
    for (int lit = walk(order); lit < n; lit = walk(order)) swap(order[lit - 1], order[lit]);
    return order;
}

vector<Test> choose_tests(const vector<Lantern>& unknown) {
    vector<Test> all, chosen;
    for (int i = 0; i < (int)unknown.size(); i++) {
        auto [number, low, high] = unknown[i];
        int third = max(1, (high - low + 1) / 3);
        int left = low + third - 1, right = high - third;
        all.push_back({i, left < right ? left : -1, right});
    }
    sort(all.begin(), all.end(), [](const Test& a, const Test& b) { return a.right < b.right; });
    int reached = -1;
    for (const Test& test : all) {
        if (unknown[test.who].low <= reached) continue;
        chosen.push_back(test);
        reached = test.right;
    }
    return chosen;
}

void ask(const vector<int>& known, vector<Lantern>& unknown) {
    vector<Test> tests = choose_tests(unknown);
    vector<int> list;
    for (auto [who, left, right] : tests) {
        if (left >= 0) list.push_back(known[left]);
        list.push_back(unknown[who].number);
        list.push_back(known[right]);
    }
    int lit = walk(list), at = 0;
    for (auto [who, left, right] : tests) {
        if (left >= 0 && ++at == lit) {
            unknown[who].high = left;
            return;
        }
        if (left >= 0) unknown[who].low = left + 1;
        if (++at == lit) {
            unknown[who].low = right + 1;
            return;
        }
        unknown[who].high = right;
        ++at;
    }
}

void settle(vector<int>& known, vector<Lantern>& unknown) {
    for (size_t i = 0; i < unknown.size(); i++) {
        if (unknown[i].low < unknown[i].high) continue;
        int gap = unknown[i].low;
        known.insert(known.begin() + gap, unknown[i].number);
        unknown.erase(unknown.begin() + i);
        for (Lantern& other : unknown) {
            if (other.low > gap) other.low++;
            if (other.high >= gap) other.high++;
        }
        i = -1;
    }
}

vector<int> find_order(int n, int k) {
    if (k == 1) return one_walk(n);
    if (k < 4 * n) return mend_neighbours(n);
    vector<int> numbers(n);
    iota(numbers.begin(), numbers.end(), 1);
    mt19937 random(2025);
    shuffle(numbers.begin(), numbers.end(), random);
    vector<int> known = {numbers[0]};
    vector<Lantern> unknown;
    for (int i = 1; i < n; i++) unknown.push_back({numbers[i], 0, 1});
    while (!unknown.empty()) {
        ask(known, unknown);
        settle(known, unknown);
    }
    return known;
}
