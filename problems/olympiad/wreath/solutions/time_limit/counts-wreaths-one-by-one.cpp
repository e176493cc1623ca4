// In a storm with many numbers, goes from the first wreath to the one with the right number.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

bool is_least(long long bits, int length) {
    long long reversed = 0;
    for (int i = 0; i < length; i++) reversed |= (bits >> i & 1) << (length - 1 - i);
    for (long long view : {bits, reversed})
        for (int i = 0; i < length; i++) {
            view = view >> 1 | (view & 1) << (length - 1);
            if (view < bits) return false;
        }
    return true;
}

string weave(long long m, int sea, long long x) {
    if (m <= 30) return string(x + 1, '1');
    if (sea < 2 || m <= 12000) return "0";
    for (int length = 1;; length++)
        for (long long bits = 0; bits < 1LL << length; bits++)
            if (is_least(bits, length) && x-- == 0) return bitset<64>(bits).to_string().substr(64 - length);
}

long long read_wreath(long long m, int, string wreath) {
    if (m <= 30) return (long long)wreath.size() - 1;
    long long x = 0;
    for (int length = 1;; length++)
        for (long long bits = 0; bits < 1LL << length; bits++) {
            if (!is_least(bits, length)) continue;
            if (wreath == bitset<64>(bits).to_string().substr(64 - length)) return x;
            x++;
        }
}
