// All days in a table of 3000 boats, which is all that subtask 3 asks for: ends beyond it.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  static vector<int> bottoms(3000), tops(3000);
  long long today = 0, total = 0;
  for (int i = 0; i < (int)low.size(); i++) {
    for (int day = 0; day < i; day++) {
      today += max({low[i] - tops.at(day), bottoms.at(day) - high[i], 0});
      bottoms.at(day) = clamp(bottoms.at(day), low[i], high[i]);
      tops.at(day) = clamp(tops.at(day), low[i], high[i]);
    }
    bottoms.at(i) = low[i];
    tops.at(i) = high[i];
    total += today;
  }
  return total;
}
