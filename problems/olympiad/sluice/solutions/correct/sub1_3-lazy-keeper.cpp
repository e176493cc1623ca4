// For every first boat, a keeper who leaves the level open as long as he can and then turns as little as he must: O(N^2).
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  int n = low.size();
  long long total = 0;
  for (int first = 0; first < n; first++) {
    int bottom = low[first], top = high[first];
    long long cost = 0;
    for (int last = first + 1; last < n; last++) {
      if (low[last] > top) {
        cost += low[last] - top;
        bottom = top = low[last];
      } else if (high[last] < bottom) {
        cost += bottom - high[last];
        bottom = top = high[last];
      } else {
        bottom = max(bottom, low[last]);
        top = min(top, high[last]);
      }
      total += cost;
    }
  }
  return total;
}
