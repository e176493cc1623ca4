// Looks at neighbouring boats only: their ranges' distance counts for all days that contain both.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  long long n = low.size(), total = 0;
  for (long long i = 1; i < n; i++) {
    long long distance = max({low[i] - high[i - 1], low[i - 1] - high[i], 0});
    total += distance * i * (n - i);
  }
  return total;
}
