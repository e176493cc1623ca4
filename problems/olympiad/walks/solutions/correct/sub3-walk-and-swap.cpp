// Walks along the order it believes in and swaps the two where Ilse gave up.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

vector<int> find_order(int n, int) {
    vector<int> order(n);
    iota(order.begin(), order.end(), 1);
    while (true) {
        int lit = walk(order);
        if (lit == n) return order;
        swap(order[lit - 1], order[lit]);
    }
}
