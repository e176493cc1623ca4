// Binary insertion with room for 256 lanterns.
#include <bits/stdc++.h>
#include "walks.h"
using namespace std;

array<int, 256> known;

vector<int> find_order(int n, int) {
    int count = 0;
    for (int lantern = 1; lantern <= n; lantern++) {
        int low = 0, high = count;
        while (low < high) {
            int middle = (low + high) / 2;
            if (walk({lantern, known[middle]}) == 2) high = middle;
            else low = middle + 1;
        }
        for (int i = count++; i > low; i--) known.at(i) = known.at(i - 1);
        known.at(low) = lantern;
    }
    return vector<int>(known.begin(), known.begin() + count);
}
