// Writes the number in binary and reads the least rotation, as if every number were the least of its own.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

string weave(long long m, int, long long x) {
    string wreath;
    for (long long power = 1; power < m; power *= 2) wreath += x / power % 2 ? '1' : '0';
    reverse(wreath.begin(), wreath.end());
    return "0" + wreath + "1";
}

long long read_wreath(long long, int sea, string wreath) {
    string best = wreath;
    for (size_t i = 0; sea > 0 && i < wreath.size(); i++) {
        rotate(wreath.begin(), wreath.begin() + 1, wreath.end());
        best = min(best, wreath);
    }
    return stoll(best.substr(1, best.size() - 2), nullptr, 2);
}
