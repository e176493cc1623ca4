// Takes the answer for the place in the list of the last lantern that was lit, counted from 0.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

vector<int> find_order(int n, int) {
    vector<int> order(n);
    iota(order.begin(), order.end(), 1);
    for (int tries = 0; tries < n; tries++) {
        int lit = walk(order);
        if (lit >= n - 1) break;
        swap(order[lit], order[lit + 1]);
    }
    return order;
}
