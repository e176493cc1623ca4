// Insertion sort that asks for a third of the known order in each walk, for one lantern at a time.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

vector<int> find_order(int n, int) {
    vector<int> order = {1};
    for (int lantern = 2; lantern <= n; lantern++) {
        int low = 0, high = order.size();
        while (low < high) {
            int third = max(1, (high - low + 1) / 3);
            int left = low + third - 1, right = high - third;
            if (left >= right) {
                if (walk({lantern, order[right]}) == 2) high = right;
                else low = right + 1;
                continue;
            }
            int lit = walk({order[left], lantern, order[right]});
            if (lit == 1) high = left;
            else if (lit == 2) low = right + 1;
            else low = left + 1, high = right;
        }
        order.insert(order.begin() + low, lantern);
    }
    return order;
}
