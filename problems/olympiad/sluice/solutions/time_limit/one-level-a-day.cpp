// The idea of the deques without joining days that stand at the same level: every boat moves every day by itself.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  vector<pair<int, int>> ranges;
  long long today = 0, total = 0;
  for (size_t i = 0; i < low.size(); i++) {
    for (auto& [bottom, top] : ranges) {
      today += max({low[i] - top, bottom - high[i], 0});
      bottom = clamp(bottom, low[i], high[i]);
      top = clamp(top, low[i], high[i]);
    }
    ranges.push_back({low[i], high[i]});
    total += today;
  }
  return total;
}
