// All pairs, with a line for the eyes of its author on standard output.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

vector<int> find_order(int n, int) {
    cout << "n = " << n << endl;
    vector<int> order(n);
    iota(order.begin(), order.end(), 1);
    sort(order.begin(), order.end(), [](int a, int b) { return a != b && walk({a, b}) == 2; });
    return order;
}
