// Insertion sort with binary search, one comparison in each walk.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

vector<int> find_order(int n, int) {
    vector<int> order;
    for (int lantern = 1; lantern <= n; lantern++) {
        int low = 0, high = order.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (walk({lantern, order[middle]}) == 2) high = middle;
            else low = middle + 1;
        }
        order.insert(order.begin() + low, lantern);
    }
    return order;
}
