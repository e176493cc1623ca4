// The longest day only, its turns counted for all days that contain the boat before which the wheel is turned.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  long long n = low.size(), total = 0;
  int bottom = low[0], top = high[0];
  for (long long i = 1; i < n; i++) {
    if (low[i] > top) {
      total += (low[i] - top) * i * (n - i);
      bottom = top = low[i];
    } else if (high[i] < bottom) {
      total += (bottom - high[i]) * i * (n - i);
      bottom = top = high[i];
    } else {
      bottom = max(bottom, low[i]);
      top = min(top, high[i]);
    }
  }
  return total;
}
