// 67 lanterns, a prime number: unless all are alike, one rotation alone makes the sum of the lit places a multiple of 67.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

const int LENGTH = 67;
long long ways[LENGTH + 1][LENGTH];  // ways[i][s]: lanterns i.. can be lit so that their places have the sum s

void count_ways() {
    if (ways[LENGTH][0] == 1) return;
    ways[LENGTH][0] = 1;
    for (int i = LENGTH - 1; i > 0; i--)
        for (int s = 0; s < LENGTH; s++) ways[i][s] = ways[i + 1][s] + ways[i + 1][(s + LENGTH - i) % LENGTH];
}

string weave(long long m, int sea, long long x) {
    string wreath;
    if (m <= 30) return string(x + 1, '1');
    if (sea == 0) {
        for (long long power = 1; power < m; power *= 2) wreath += x / power % 2 ? '1' : '0';
        return wreath;
    }
    count_ways();
    wreath = x < ways[1][0] ? "0" : "1";
    x %= ways[1][0];
    for (int i = 1, need = 0; i < LENGTH; i++) {
        bool is_lit = x >= ways[i + 1][need];
        wreath += is_lit ? '1' : '0';
        if (!is_lit) continue;
        x -= ways[i + 1][need];
        need = (need + LENGTH - i) % LENGTH;
    }
    return wreath;
}

long long read_wreath(long long m, int sea, string wreath) {
    long long x = 0;
    if (m <= 30) return (long long)wreath.size() - 1;
    if (sea == 0) {
        for (int i = (int)wreath.size() - 1; i >= 0; i--) x = 2 * x + (wreath[i] - '0');
        return x;
    }
    count_ways();
    for (int turn = 0; turn < LENGTH; turn++) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) sum += i * (wreath[i] - '0');
        if (sum % LENGTH == 0) break;
        rotate(wreath.begin(), wreath.begin() + 1, wreath.end());
    }
    for (int i = 1, need = 0; i < LENGTH; i++) {
        if (wreath[i] == '0') continue;
        x += ways[i + 1][need];
        need = (need + LENGTH - i) % LENGTH;
    }
    return wreath[0] == '0' ? x : x + ways[1][0];
}
