// A wreath is cut open at its only longest dark run; the other runs, as a list not behind its reverse, are counted.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

// Wreaths of `longest` dark lanterns and a lit one, then parts: up to longest - 1 dark ones and a lit one.
struct Family {
    int longest;
    bool flips;
    vector<long long> lists, canonical;

    // lists[s]: lists of parts 1..longest with sum s; canonical[s]: those not behind their reverse.
    Family(int longest, int sum, bool flips) : longest(longest), flips(flips), lists(sum + 1), canonical(sum + 1) {
        for (int s = 0; s <= sum; s++) {
            lists[s] = s == 0;
            for (int a = 1; a <= min(longest, s); a++) lists[s] += lists[s - a];
            canonical[s] = s <= longest;
            for (int a = 1; a <= longest; a++)
                for (int b = a; b <= longest && a + b <= s; b++) canonical[s] += inner(a, b, s);
        }
    }

    // Lists that begin with a and end with b.
    long long inner(int a, int b, int s) const { return (a == b && flips ? canonical : lists)[s - a - b]; }

    long long size(int s) const { return flips ? canonical[s] : lists[s]; }

    vector<int> any(int s, long long index) const {
        vector<int> parts;
        while (s > 0) {
            int a = 1;
            while (index >= lists[s - a]) index -= lists[s - a++];
            parts.push_back(a);
            s -= a;
        }
        return parts;
    }

    long long index_of_any(const vector<int>& parts, int s) const {
        long long index = 0;
        for (int part : parts) {
            for (int a = 1; a < part; a++) index += lists[s - a];
            s -= part;
        }
        return index;
    }

    vector<int> unrank(int s, long long index) const {
        if (!flips) return any(s, index);
        if (s <= longest && index-- == 0) return s == 0 ? vector<int>() : vector<int>{s};
        for (int a = 1; a <= longest; a++)
            for (int b = a; b <= longest && a + b <= s; b++) {
                if (index >= inner(a, b, s)) {
                    index -= inner(a, b, s);
                    continue;
                }
                vector<int> parts = a == b ? unrank(s - a - b, index) : any(s - a - b, index);
                parts.insert(parts.begin(), a);
                parts.push_back(b);
                return parts;
            }
        abort();
    }

    long long rank(vector<int> parts, int s) const {
        if (!flips) return index_of_any(parts, s);
        if (parts.size() <= 1) return 0;
        int first = parts.front(), last = parts.back();
        long long index = s <= longest;
        for (int a = 1; a <= longest; a++)
            for (int b = a; b <= longest && a + b <= s; b++) {
                if (a < first || (a == first && b < last)) index += inner(a, b, s);
            }
        parts = vector<int>(parts.begin() + 1, parts.end() - 1);
        return index + (first == last ? rank(parts, s - first - last) : index_of_any(parts, s - first - last));
    }
};

const Family& family(int longest, int sum, bool flips) {
    static map<tuple<int, int, bool>, Family> known;
    auto key = make_tuple(longest, sum, flips);
    auto found = known.find(key);
    if (found == known.end()) found = known.emplace(key, Family(longest, sum, flips)).first;
    return found->second;
}

string weave(long long, int sea, long long x) {
    if (sea == 0) {
        string bits;
        for (x += 2; x > 1; x /= 2) bits += char('0' + x % 2);
        return bits;
    }
    for (int length = 2;; length++)
        for (int longest = 1; longest < length; longest++) {
            int sum = length - longest - 1;
            const Family& words = family(longest, sum, sea == 2);
            if (x >= words.size(sum)) {
                x -= words.size(sum);
                continue;
            }
            string wreath = string(longest, '0') + '1';
            for (int part : words.unrank(sum, x)) wreath += string(part - 1, '0') + '1';
            return wreath;
        }
}

long long read_wreath(long long, int sea, string wreath) {
    int length = wreath.size();
    if (sea == 0) {
        long long x = 1;
        for (int i = length - 1; i >= 0; i--) x = 2 * x + (wreath[i] - '0');
        return x - 2;
    }
    rotate(wreath.begin(), wreath.begin() + wreath.find('1') + 1, wreath.end());
    vector<int> parts;
    int dark = 0;
    for (char lantern : wreath) {
        dark++;
        if (lantern == '0') continue;
        parts.push_back(dark);
        dark = 0;
    }
    auto largest = max_element(parts.begin(), parts.end());
    rotate(parts.begin(), largest, parts.end());
    int longest = parts[0] - 1;
    parts.erase(parts.begin());
    if (sea == 2) parts = min(parts, vector<int>(parts.rbegin(), parts.rend()));
    int sum = length - longest - 1;
    long long x = family(longest, sum, sea == 2).rank(parts, sum);
    for (int l = 2; l <= length; l++)
        for (int k = 1; k < l && (l < length || k < longest); k++) x += family(k, l - k - 1, sea == 2).size(l - k - 1);
    return x;
}
