// The longest run of lit lanterns is the mark; what is between is counted lantern by lantern, from both ends at once.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;
using ll = long long;

// Words of n lanterns that begin and end with a dark one, have no `run` lit ones in a row,
// and in a storm are not greater than their reverse.
int n, run;
bool storm;
ll memo[68][30][30][2];
bool known[68][30][30][2];

// i lanterns are fixed at the left, and i (storm) or none at the right; l and r lit ones precede the gap from either side.
ll words(int i, int l, int r, bool less) {
    if (l >= run || r >= run) return 0;
    int left = storm ? n - 2 * i : n - i;
    if (left == 0) return storm ? l + r < run : l == 0;
    if (left == 1 && storm) return (n == 1 ? 1 : 1 + (l + r + 1 < run));
    if (known[i][l][r][less]) return memo[i][l][r][less];
    ll count = 0;
    for (int a = 0; a <= (i > 0); a++) {
        if (!storm) {
            count += words(i + 1, a ? l + 1 : 0, 0, false);
            continue;
        }
        for (int b = 0; b <= (i > 0); b++)
            if (less || a <= b) count += words(i + 1, a ? l + 1 : 0, b ? r + 1 : 0, less || a < b);
    }
    known[i][l][r][less] = true;
    return memo[i][l][r][less] = count;
}

void start(int length, int lit, bool is_storm) {
    n = length - lit, run = lit, storm = is_storm;
    memset(known, 0, sizeof known);
}

ll count_words(int length, int lit, bool is_storm) {
    static map<tuple<int, int, bool>, ll> counts;
    auto key = make_tuple(length, lit, is_storm);
    if (!counts.count(key)) {
        start(length, lit, is_storm);
        counts[key] = words(0, 0, 0, false);
    }
    return counts[key];
}

string word(ll index) {
    string result(n, '0');
    int l = 0, r = 0;
    bool less = false;
    for (int i = 0; i < (storm ? n / 2 : n); i++) {
        bool found = false;
        for (int a = 0; a <= (i > 0) && !found; a++)
            for (int b = 0; b <= (storm && i > 0) && !found; b++) {
                if (storm && !less && a > b) continue;
                int next_l = a ? l + 1 : 0, next_r = b ? r + 1 : 0;
                bool next_less = storm && (less || a < b);
                ll count = words(i + 1, next_l, next_r, next_less);
                if (index >= count) {
                    index -= count;
                    continue;
                }
                result[i] = char('0' + a);
                if (storm) result[n - 1 - i] = char('0' + b);
                l = next_l, r = next_r, less = next_less, found = true;
            }
    }
    if (storm && n % 2) result[n / 2] = char('0' + index);
    return result;
}

ll index_of(const string& text) {
    ll index = 0;
    int l = 0, r = 0;
    bool less = false;
    for (int i = 0; i < (storm ? n / 2 : n); i++) {
        int own_a = text[i] - '0', own_b = storm ? text[n - 1 - i] - '0' : 0;
        for (int a = 0; a <= own_a; a++)
            for (int b = 0; b <= (storm && i > 0); b++) {
                if (a == own_a && b >= own_b) break;
                if (storm && !less && a > b) continue;
                index += words(i + 1, a ? l + 1 : 0, b ? r + 1 : 0, storm && (less || a < b));
            }
        l = own_a ? l + 1 : 0, r = own_b ? r + 1 : 0;
        less = storm && (less || own_a < own_b);
    }
    if (storm && n % 2) index += text[n / 2] - '0';
    return index;
}

string weave(ll, int sea, ll x) {
    for (int length = 1;; length++) {
        if (sea == 0) {
            if (x >= 1LL << length) {
                x -= 1LL << length;
                continue;
            }
            string bits;
            for (int i = 0; i < length; i++) bits += char('0' + (x >> i & 1));
            return bits;
        }
        for (int lit = 1; lit < length && lit < 30; lit++) {
            ll count = count_words(length, lit, sea == 2);
            if (x < count) {
                start(length, lit, sea == 2);
                return string(lit, '1') + word(x);
            }
            x -= count;
        }
    }
}

ll read_wreath(ll, int sea, string wreath) {
    int length = wreath.size();
    ll x = 0;
    if (sea == 0) {
        for (int i = 0; i < length; i++) x |= (ll)(wreath[i] - '0') << i;
        return x + (1LL << length) - 2;
    }
    rotate(wreath.begin(), wreath.begin() + wreath.find('0'), wreath.end());
    int longest = 0, end = 0;
    for (int i = 0, lit = 0; i < length; i++) {
        lit = wreath[i] == '1' ? lit + 1 : 0;
        if (lit > longest) longest = lit, end = i + 1;
    }
    rotate(wreath.begin(), wreath.begin() + end % length, wreath.end());
    string text = wreath.substr(0, length - longest);
    if (sea == 2) text = min(text, string(text.rbegin(), text.rend()));
    for (int l = 1; l <= length; l++)
        for (int k = 1; k < l && k < 30 && (l < length || k < longest); k++) x += count_words(l, k, sea == 2);
    start(length, longest, sea == 2);
    return x + index_of(text);
}
