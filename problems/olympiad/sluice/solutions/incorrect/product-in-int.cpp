// The idea of the two maps with the number of days times the turns in 32 bits.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  map<int, int> tops, bottoms;
  long long sumToday = 0, answer = 0;
  for (size_t i = 0; i < low.size(); i++) {
    for (auto* levels : {&tops, &bottoms}) {
      while (!levels->empty() && levels->begin()->first < low[i]) {
        auto [level, days] = *levels->begin();
        levels->erase(levels->begin());
        (*levels)[low[i]] += days;
        if (levels == &tops) sumToday += days * (low[i] - level);
      }
      while (!levels->empty() && levels->rbegin()->first > high[i]) {
        auto [level, days] = *levels->rbegin();
        levels->erase(prev(levels->end()));
        (*levels)[high[i]] += days;
        if (levels == &bottoms) sumToday += days * (level - high[i]);
      }
    }
    tops[high[i]]++;
    bottoms[low[i]]++;
    answer += sumToday;
  }
  return answer;
}
