// The deques, but every day begins at the lowest level that its first boat bears.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  map<int, long long> days;
  long long today = 0, total = 0;
  for (size_t i = 0; i < low.size(); i++) {
    while (!days.empty() && days.begin()->first < low[i]) {
      auto [level, count] = *days.begin();
      days.erase(days.begin());
      days[low[i]] += count;
      today += count * (low[i] - level);
    }
    while (!days.empty() && days.rbegin()->first > high[i]) {
      auto [level, count] = *days.rbegin();
      days.erase(prev(days.end()));
      days[high[i]] += count;
      today += count * (level - high[i]);
    }
    days[low[i]]++;
    total += today;
  }
  return total;
}
