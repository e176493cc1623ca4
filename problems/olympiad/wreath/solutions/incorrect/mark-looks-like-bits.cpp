// Eight dark lanterns mark the beginning, and nothing keeps the bits from looking like them.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

string weave(long long m, int, long long x) {
    string wreath = "000000001";
    for (long long power = 1; power < m; power *= 2) wreath += x / power % 2 ? '1' : '0';
    return wreath + "1";
}

long long read_wreath(long long, int, string wreath) {
    string twice = wreath + wreath;
    size_t start = twice.find("000000001") + 9;
    long long x = 0;
    for (int i = (int)wreath.size() - 11; i >= 0; i--) x = 2 * x + (twice[start + i] - '0');
    return x;
}
