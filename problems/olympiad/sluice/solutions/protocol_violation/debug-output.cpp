// The right answer, with a line for debugging left in that goes to standard output.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  int n = low.size();
  deque<pair<int, long long>> bottoms, tops;  // level, number of days
  long long today = 0, total = 0;             // turns of all days that end with boat i; of all days
  for (int i = 0; i < n; i++) {
    long long below = 0, above = 0;
    while (!tops.empty() && tops.front().first <= low[i]) {
      today += tops.front().second * (low[i] - tops.front().first);
      below += tops.front().second;
      tops.pop_front();
    }
    while (!tops.empty() && tops.back().first >= high[i]) {
      above += tops.back().second;
      tops.pop_back();
    }
    if (below > 0) tops.push_front({low[i], below});
    tops.push_back({high[i], above + 1});

    below = above = 0;
    while (!bottoms.empty() && bottoms.back().first >= high[i]) {
      today += bottoms.back().second * (bottoms.back().first - high[i]);
      above += bottoms.back().second;
      bottoms.pop_back();
    }
    while (!bottoms.empty() && bottoms.front().first <= low[i]) {
      below += bottoms.front().second;
      bottoms.pop_front();
    }
    if (above > 0) bottoms.push_back({high[i], above});
    bottoms.push_front({low[i], below + 1});
    total += today;
  }
  printf("%d boats: %lld\n", n, total);
  return total;
}
