// Quicksort in which one walk may place two lanterns: one before the pivot, one behind it.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

mt19937 dice(12);

vector<int> sorted(vector<int> lanterns) {
    if (lanterns.size() <= 1) return lanterns;
    shuffle(lanterns.begin(), lanterns.end(), dice);
    int pivot = lanterns.back();
    lanterns.pop_back();
    vector<int> before, behind;
    while (!lanterns.empty()) {
        int x = lanterns.back();
        lanterns.pop_back();
        if (lanterns.empty()) {
            (walk({x, pivot}) == 2 ? before : behind).push_back(x);
            break;
        }
        int y = lanterns.back();
        int lit = walk({x, pivot, y});
        (lit == 1 ? behind : before).push_back(x);
        if (lit == 1) continue;
        lanterns.pop_back();
        (lit == 3 ? behind : before).push_back(y);
    }
    vector<int> order = sorted(before), rest = sorted(behind);
    order.push_back(pivot);
    order.insert(order.end(), rest.begin(), rest.end());
    return order;
}

vector<int> find_order(int n, int) {
    vector<int> lanterns(n);
    iota(lanterns.begin(), lanterns.end(), 1);
    return sorted(lanterns);
}
