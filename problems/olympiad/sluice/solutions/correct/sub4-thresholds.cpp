// Level by level: a boat wants the water above it, below it, or does not care; two that disagree with nobody between cost a turn.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  long long n = low.size(), total = 0;
  int levels = *max_element(high.begin(), high.end());
  for (int level = 0; level < levels; level++) {
    int last = -1;
    bool wasAbove = false;
    for (int i = 0; i < n; i++) {
      bool above = low[i] > level, below = high[i] <= level;
      if (!above && !below) continue;
      if (last >= 0 && above != wasAbove) total += (last + 1) * (n - i);
      last = i;
      wasAbove = above;
    }
  }
  return total;
}
