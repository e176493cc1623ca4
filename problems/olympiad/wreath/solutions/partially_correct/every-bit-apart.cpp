// A dark lantern after every bit, three lit ones in a row as the beginning, two as the direction.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

string weave(long long m, int, long long x) {
    string wreath = "1110110";
    for (long long power = 1; power < m; power *= 2) wreath += x / power % 2 ? "10" : "00";
    return wreath;
}

long long read_wreath(long long, int, string wreath) {
    int length = wreath.size();
    for (int flip = 0; flip < 2; flip++) {
        for (int i = 0; i < length; i++) {
            rotate(wreath.begin(), wreath.begin() + 1, wreath.end());
            if (wreath.substr(0, 7) != "1110110") continue;
            long long x = 0;
            for (int bit = length - 2; bit >= 7; bit -= 2) x = 2 * x + (wreath[bit] - '0');
            return x;
        }
        reverse(wreath.begin(), wreath.end());
    }
    return -1;
}
