// The right idea with the maps outside of the function, never emptied: right for the first call.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

map<int, long long> tops, bottoms;

long long turns(vector<int> low, vector<int> high) {
  long long today = 0, total = 0;
  for (size_t i = 0; i < low.size(); i++) {
    long long moved = 0;
    auto top = tops.begin();
    for (; top != tops.end() && top->first < low[i]; top = tops.erase(top)) {
      today += top->second * (low[i] - top->first);
      moved += top->second;
    }
    if (moved) tops[low[i]] += moved;
    moved = 0;
    for (top = tops.upper_bound(high[i]); top != tops.end(); top = tops.erase(top)) moved += top->second;
    tops[high[i]] += moved + 1;

    moved = 0;
    auto bottom = bottoms.upper_bound(high[i]);
    for (; bottom != bottoms.end(); bottom = bottoms.erase(bottom)) {
      today += bottom->second * (bottom->first - high[i]);
      moved += bottom->second;
    }
    if (moved) bottoms[high[i]] += moved;
    moved = 0;
    for (bottom = bottoms.begin(); bottom != bottoms.end() && bottom->first < low[i]; bottom = bottoms.erase(bottom))
      moved += bottom->second;
    bottoms[low[i]] += moved + 1;
    total += today;
  }
  return total;
}
