// For every first boat, a lazy keeper who after a turn thinks that the whole range of the new boat is still open to him.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  int n = low.size();
  long long total = 0;
  for (int first = 0; first < n; first++) {
    int bottom = low[first], top = high[first];
    long long cost = 0;
    for (int i = first + 1; i < n; i++) {
      int newBottom = max(bottom, low[i]), newTop = min(top, high[i]);
      if (newBottom > newTop) {
        cost += newBottom - newTop;
        newBottom = low[i];
        newTop = high[i];
      }
      bottom = newBottom;
      top = newTop;
      total += cost;
    }
  }
  return total;
}
