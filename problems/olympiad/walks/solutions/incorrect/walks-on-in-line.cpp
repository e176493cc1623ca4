// Believes that Ilse only passes over a lantern that is behind her and lights the rest of the list.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

vector<int> find_order(int n, int) {
    vector<int> order = {1};
    for (int lantern = 2; lantern <= n; lantern++) {
        vector<int> list = {lantern};
        list.insert(list.end(), order.begin(), order.end());
        int behind = n == 1 ? 0 : walk(list) - 1;
        order.insert(order.end() - behind, lantern);
    }
    return order;
}
