// For every first boat a table over all levels, the least turns to stand there after the boats so far: for 60 boats at most.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  int n = low.size(), levels = *max_element(high.begin(), high.end()) + 1;
  if (n > 60 || levels > 31) return 0;
  const int never = 1e9;
  long long total = 0;
  for (int first = 0; first < n; first++) {
    vector<int> best(levels, 0);
    for (int last = first; last < n; last++) {
      vector<int> next(levels, never);
      for (int to = low[last]; to <= high[last]; to++)
        for (int from = 0; from < levels; from++) next[to] = min(next[to], best[from] + abs(from - to));
      if (last == first) fill(next.begin() + low[last], next.begin() + high[last] + 1, 0);
      best = next;
      total += *min_element(best.begin(), best.end());
    }
  }
  return total;
}
