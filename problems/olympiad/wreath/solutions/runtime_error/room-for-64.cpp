// A dark lantern after every bit, and room for 64 lanterns.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

array<char, 64> hung;

string weave(long long m, int, long long x) {
    int count = 0;
    for (char lantern : string("1110110")) hung.at(count++) = lantern;
    for (long long power = 1; power < m; power *= 2) {
        hung.at(count++) = x / power % 2 ? '1' : '0';
        hung.at(count++) = '0';
    }
    return string(hung.begin(), hung.begin() + count);
}

long long read_wreath(long long, int, string wreath) {
    int length = wreath.size();
    for (int i = 0; i < 2 * length; i++) {
        if (i == length) reverse(wreath.begin(), wreath.end());
        rotate(wreath.begin(), wreath.begin() + 1, wreath.end());
        if (wreath.substr(0, 7) == "1110110") break;
    }
    long long x = 0;
    for (int bit = length - 2; bit >= 7; bit -= 2) x = 2 * x + (wreath[bit] - '0');
    return x;
}
