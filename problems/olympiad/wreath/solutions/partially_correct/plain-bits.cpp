// The number in binary, as if the sea were always calm.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

string weave(long long m, int, long long x) {
    string wreath;
    for (long long power = 1; power < m; power *= 2) wreath += x / power % 2 ? '1' : '0';
    return wreath;
}

long long read_wreath(long long, int, string wreath) {
    long long x = 0;
    for (int i = (int)wreath.size() - 1; i >= 0; i--) x = 2 * x + (wreath[i] - '0');
    return x;
}
