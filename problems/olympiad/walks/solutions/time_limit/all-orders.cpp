// Goes through all orders of up to twelve lanterns and asks about each that fits what is known.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

vector<int> find_order(int n, int) {
    vector<int> order(n);
    iota(order.begin(), order.end(), 1);
    if (n > 12) return order;
    vector<pair<int, int>> facts;
    while (true) {
        bool fits = true;
        vector<int> place(n + 1);
        for (int i = 0; i < n; i++) place[order[i]] = i;
        for (auto [a, b] : facts) fits = fits && place[a] < place[b];
        if (fits) {
            int lit = walk(order);
            if (lit == n) return order;
            for (int i = 1; i < lit; i++) facts.push_back({order[i - 1], order[i]});
            facts.push_back({order[lit], order[lit - 1]});
        }
        next_permutation(order.begin(), order.end());
    }
}
