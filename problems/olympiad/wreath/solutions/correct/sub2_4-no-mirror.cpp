// Cuts the wreath open at its only longest dark run and counts what is left; nobody looks at it from below.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;
typedef long long ll;

// Wreaths whose rest after the run and a lit lantern has this many lanterns: runs shorter than `run`, each with a lit one.
ll rests(int run, int length) {
    static map<pair<int, int>, ll> memo;
    if (length < 0) return 0;
    if (length == 0) return 1;
    auto found = memo.find({run, length});
    if (found != memo.end()) return found->second;
    ll count = 0;
    for (int part = 1; part <= run; part++) count += rests(run, length - part);
    return memo[{run, length}] = count;
}

string weave(ll, int sea, ll x) {
    for (int length = 1;; length++) {
        if (sea == 0) {
            if (x < 1LL << length) return bitset<64>(x).to_string().substr(64 - length);
            x -= 1LL << length;
            continue;
        }
        for (int run = 0; run < length; run++) {
            ll count = rests(run, length - run - 1);
            if (x >= count) {
                x -= count;
                continue;
            }
            string wreath = string(run, '0') + '1';
            int left = length - run - 1;
            while (left > 0) {
                int part = 1;
                while (x >= rests(run, left - part)) x -= rests(run, left - part++);
                wreath += string(part - 1, '0') + '1';
                left -= part;
            }
            return wreath;
        }
    }
}

ll read_wreath(ll, int sea, string wreath) {
    int length = wreath.size();
    ll x = 0;
    if (sea == 0) {
        for (int shorter = 1; shorter < length; shorter++) x += 1LL << shorter;
        return x + (ll)bitset<64>(wreath).to_ullong();
    }
    size_t lit = wreath.find('1');
    if (lit == string::npos) return 0;
    wreath = wreath.substr(lit + 1) + wreath.substr(0, lit + 1);
    int run = 0, begin = 0;
    for (int i = 0, dark = 0; i < length; i++) {
        dark = wreath[i] == '0' ? dark + 1 : 0;
        if (dark > run) run = dark, begin = i - dark + 1;
    }
    wreath = wreath.substr(begin) + wreath.substr(0, begin);
    for (int l = 1; l <= length; l++)
        for (int r = 0; r < (l < length ? l : run); r++) x += rests(r, l - r - 1);
    int left = length - run - 1, part = 1;
    for (char lantern : wreath.substr(run + 1)) {
        if (lantern == '0') {
            x += rests(run, left - part++);
        } else {
            left -= part;
            part = 1;
        }
    }
    return x;
}
