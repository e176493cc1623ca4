// Eight dark lanterns mark the beginning; after every seven bits a lit one makes sure that nothing else looks like it.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

const int RUN = 8;

string weave(long long m, int, long long x) {
    string wreath = string(RUN, '0') + "11";
    int since_lit = 0;
    for (long long power = 1; power < m; power *= 2) {
        wreath += x / power % 2 ? '1' : '0';
        if (++since_lit < RUN - 1) continue;
        wreath += '1';
        since_lit = 0;
    }
    return wreath + "101";
}

long long read_wreath(long long m, int, string wreath) {
    string mark = "01" + string(RUN, '0') + "11";
    string twice = wreath + wreath;
    size_t start = twice.find(mark);
    if (start == string::npos) {
        reverse(twice.begin(), twice.end());
        start = twice.find(mark);
    }
    start += mark.size();
    long long x = 0, power = 1;
    for (int since_lit = 0; power < m; power *= 2, start++) {
        if (twice[start % wreath.size()] == '1') x += power;
        if (++since_lit < RUN - 1) continue;
        start++;
        since_lit = 0;
    }
    return x;
}
