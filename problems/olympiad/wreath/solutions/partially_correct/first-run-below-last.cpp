// Counts runs, but only wreaths whose run after the longest is shorter than the one before it: one lantern too many.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;
typedef long long ll;

ll lists(int most, int sum) {
    static ll memo[80][80];
    if (sum <= 0) return sum == 0;
    ll& count = memo[most][sum];
    if (count > 0) return count;
    for (int part = 1; part <= most; part++) count += lists(most, sum - part);
    return count;
}

// All that a wreath consists of: what is before the counted middle, its sum, and the run at the end.
struct Frame {
    int length, most, first, last;
    int sum() const { return length - most - 1 - first - last; }
    ll size() const { return sum() < 0 ? 0 : lists(most, sum()); }
};

template <class Visit>
void for_each_frame(Visit visit) {
    for (int length = 5;; length++)
        for (int most = 1; most < length && most < 40; most++)
            for (int first = 1; first <= most; first++)
                for (int last = first + 1; last <= most; last++)
                    if (visit(Frame{length, most, first, last})) return;
}

string run(int part) { return string(part - 1, '0') + '1'; }

string weave(ll m, int sea, ll x) {
    if (m <= 30) return string(x + 1, '1');
    string wreath;
    if (sea == 0) {
        for (ll power = 1; power < m; power *= 2) wreath += x / power % 2 ? '1' : '0';
        return wreath;
    }
    for_each_frame([&](Frame frame) {
        if (x >= frame.size()) {
            x -= frame.size();
            return false;
        }
        wreath = run(frame.most + 1) + run(frame.first);
        for (int left = frame.sum(); left > 0;) {
            int part = 1;
            while (x >= lists(frame.most, left - part)) x -= lists(frame.most, left - part++);
            wreath += run(part);
            left -= part;
        }
        wreath += run(frame.last);
        return true;
    });
    return wreath;
}

ll read_wreath(ll m, int sea, string wreath) {
    if (m <= 30) return (ll)wreath.size() - 1;
    ll x = 0;
    if (sea == 0) {
        for (int i = (int)wreath.size() - 1; i >= 0; i--) x = 2 * x + (wreath[i] - '0');
        return x;
    }
    rotate(wreath.begin(), wreath.begin() + wreath.find('1') + 1, wreath.end());
    vector<int> parts;
    for (size_t at = 0; at < wreath.size();) {
        size_t lit = wreath.find('1', at);
        parts.push_back(int(lit - at + 1));
        at = lit + 1;
    }
    rotate(parts.begin(), max_element(parts.begin(), parts.end()), parts.end());
    if (parts[1] > parts.back()) reverse(parts.begin() + 1, parts.end());
    for_each_frame([&](Frame frame) {
        bool is_it = frame.length == (int)wreath.size() && frame.most == parts[0] - 1 && frame.first == parts[1] &&
                     frame.last == parts.back();
        if (!is_it) {
            x += frame.size();
            return false;
        }
        int left = frame.sum();
        for (size_t i = 2; i + 1 < parts.size(); i++) {
            for (int part = 1; part < parts[i]; part++) x += lists(frame.most, left - part);
            left -= parts[i];
        }
        return true;
    });
    return x;
}
