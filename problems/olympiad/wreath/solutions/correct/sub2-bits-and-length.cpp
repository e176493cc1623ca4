// As if the sea were always calm: all strings of one lantern, then all of two, and so on, as the length tells something too.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

string weave(long long, int, long long x) {
    int length = 1;
    for (; x >= 1LL << length; length++) x -= 1LL << length;
    string wreath;
    for (int i = 0; i < length; i++) wreath += x >> i & 1 ? '1' : '0';
    return wreath;
}

long long read_wreath(long long, int, string wreath) {
    long long x = 0;
    for (int i = 0; i < (int)wreath.size(); i++) {
        if (i > 0) x += 1LL << i;
        if (wreath[i] == '1') x += 1LL << i;
    }
    return x;
}
