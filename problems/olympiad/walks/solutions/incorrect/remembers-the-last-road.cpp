// Keeps the comparisons of all roads in one table.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

map<pair<int, int>, bool> is_before;

bool before(int a, int b) {
    if (!is_before.count({a, b})) is_before[{a, b}] = walk({a, b}) == 2;
    return is_before[{a, b}];
}

vector<int> find_order(int n, int) {
    vector<int> order(n);
    iota(order.begin(), order.end(), 1);
    sort(order.begin(), order.end(), before);
    return order;
}
