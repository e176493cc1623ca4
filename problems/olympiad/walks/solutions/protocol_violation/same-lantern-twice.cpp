// Asks for a window of one lantern with that lantern at both ends.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

vector<int> find_order(int n, int) {
    vector<int> order = {1};
    for (int lantern = 2; lantern <= n; lantern++) {
        int low = 0, high = order.size();
        while (low < high) {
            int left = low + (high - low) / 3, right = high - 1 - (high - low) / 3;
            int lit = walk({order[left], lantern, order[right]});
            if (lit == 1) high = left;
            else if (lit == 2) low = right + 1;
            else low = left + 1, high = right;
        }
        order.insert(order.begin() + low, lantern);
    }
    return order;
}
