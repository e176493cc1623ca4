// From the last boat to the first: after a turn of the wheel the level is low[k] or high[k]; monotone stacks find the next turn.
#include "sluice.h"
#include <bits/stdc++.h>
using namespace std;

long long turns(vector<int> low, vector<int> high) {
  int n = low.size();
  vector<long long> atLow(n + 1), atHigh(n + 1);  // turns of all days that go on from there
  vector<int> lows, highs;                        // larger and larger lows, smaller and smaller highs, the nearest on top
  auto firstAbove = [&](int level) {
    auto end = partition_point(lows.begin(), lows.end(), [&](int j) { return low[j] > level; });
    return end == lows.begin() ? n : *prev(end);
  };
  auto firstBelow = [&](int level) {
    auto end = partition_point(highs.begin(), highs.end(), [&](int j) { return high[j] < level; });
    return end == highs.begin() ? n : *prev(end);
  };
  auto from = [&](int level) {
    int up = firstAbove(level), down = firstBelow(level);
    if (up < down) return atLow[up] + (long long)(low[up] - level) * (n - up);
    if (down < up) return atHigh[down] + (long long)(level - high[down]) * (n - down);
    return 0LL;
  };
  long long total = 0;
  int firstTurn = n;  // of days that begin with boat k: the first boat for which the others leave no room
  for (int k = n - 1; k >= 0; k--) {
    atLow[k] = from(low[k]);
    atHigh[k] = from(high[k]);
    firstTurn = min({firstTurn, firstAbove(high[k]), firstBelow(low[k])});
    while (!lows.empty() && low[lows.back()] <= low[k]) lows.pop_back();
    while (!highs.empty() && high[highs.back()] >= high[k]) highs.pop_back();
    lows.push_back(k);
    highs.push_back(k);
    if (firstTurn == n) continue;
    auto isLater = [&](int j) { return j >= firstTurn; };
    int bottom = low[*partition_point(lows.begin(), lows.end(), isLater)];
    int top = high[*partition_point(highs.begin(), highs.end(), isLater)];
    if (low[firstTurn] > top) total += atLow[firstTurn] + (long long)(low[firstTurn] - top) * (n - firstTurn);
    else total += atHigh[firstTurn] + (long long)(bottom - high[firstTurn]) * (n - firstTurn);
  }
  return total;
}
