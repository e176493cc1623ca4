// Sends Ilse out with every pair: few enough for nine lanterns.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

vector<int> find_order(int n, int) {
    vector<int> order(n), before(n + 1);
    for (int a = 1; a <= n; a++)
        for (int b = a + 1; b <= n; b++) before[walk({a, b}) == 2 ? b : a]++;
    for (int lantern = 1; lantern <= n; lantern++) order[before[lantern]] = lantern;
    return order;
}
