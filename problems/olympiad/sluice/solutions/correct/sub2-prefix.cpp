// Where every boat wants one level only: each difference counts for all days that contain both boats.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  long long n = low.size(), total = 0;
  for (int i = 1; i < n; i++) total += abs(low[i] - high[i - 1]) * (i * (n - i));
  return total;
}
