// A dark lantern after every bit, with numbers of 32 bits.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

string weave(long long m, int, long long x) {
    string wreath = "1110110";
    for (int bit = 0; (1LL << bit) < m; bit++) wreath += x & (1u << (bit % 32)) ? "10" : "00";
    return wreath;
}

long long read_wreath(long long, int, string wreath) {
    int length = wreath.size();
    for (int flip = 0; flip < 2; flip++) {
        for (int i = 0; i < length; i++) {
            rotate(wreath.begin(), wreath.begin() + 1, wreath.end());
            if (wreath.substr(0, 7) != "1110110") continue;
            unsigned x = 0;
            for (int bit = length - 2; bit >= 7; bit -= 2) x = 2 * x + (wreath[bit] - '0');
            return x;
        }
        reverse(wreath.begin(), wreath.end());
    }
    return -1;
}
