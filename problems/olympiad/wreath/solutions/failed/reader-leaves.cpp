// The reader leaves at a wreath that it does not understand.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

string weave(long long m, int, long long x) {
    string wreath = "1";
    for (long long power = 1; power < m; power *= 2) wreath += x / power % 2 ? '1' : '0';
    return wreath + "0";
}

long long read_wreath(long long, int, string wreath) {
    if (wreath.front() != '1' || wreath.back() != '0') exit(0);
    long long x = 0;
    for (int i = (int)wreath.size() - 2; i >= 1; i--) x = 2 * x + (wreath[i] - '0');
    return x;
}
