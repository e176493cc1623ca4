// Prints the order by itself and leaves, as if there were only one road.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

vector<int> find_order(int n, int) {
    vector<int> order(n);
    iota(order.begin(), order.end(), 1);
    sort(order.begin(), order.end(), [](int a, int b) { return a != b && walk({a, b}) == 2; });
    cout << "! " << n;
    for (int lantern : order) cout << ' ' << lantern;
    cout << endl;
    exit(0);
}
