// Makes a table of all wreaths of up to 18 lanterns, each as the least of all its views.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

vector<string> wreaths;
map<string, int> number_of;

int least_view(int bits, int length) {
    int reversed = 0, best = bits;
    for (int i = 0; i < length; i++) reversed |= (bits >> i & 1) << (length - 1 - i);
    for (int view : {bits, reversed})
        for (int i = 0; i < length; i++) {
            best = min(best, view);
            view = view >> 1 | (view & 1) << (length - 1);
        }
    return best;
}

string text_of(int bits, int length) {
    string text;
    for (int i = length - 1; i >= 0; i--) text += char('0' + (bits >> i & 1));
    return text;
}

void make_table() {
    if (!wreaths.empty()) return;
    for (int length = 1; length <= 18; length++)
        for (int bits = 0; bits < 1 << length; bits++)
            if (least_view(bits, length) == bits) {
                wreaths.push_back(text_of(bits, length));
                number_of[wreaths.back()] = (int)wreaths.size() - 1;
            }
}

string weave(long long m, int, long long x) {
    if (m > 12000) return "0";
    make_table();
    return wreaths[x];
}

long long read_wreath(long long m, int, string wreath) {
    if (m > 12000) return 0;
    make_table();
    int length = wreath.size();
    return number_of[text_of(least_view(stoi(wreath, nullptr, 2), length), length)];
}
