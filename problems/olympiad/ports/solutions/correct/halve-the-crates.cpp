// A list of what is still to do, and the ports divided where the crates are halved, as far as the rest still fits the halvings.
#include <bits/stdc++.h>
using namespace std;

struct Job {
  int from, to, low, high, halvings;  // ports low to high, at most 2^halvings of them
};

int main() {
  ios::sync_with_stdio(false);
  int shipments;
  cin >> shipments;
  while (shipments--) {
    int n, k;
    cin >> n >> k;
    vector<vector<int>> piles(3, vector<int>(n));
    vector<int> upTo(k + 1);  // crates for the ports up to here
    for (int& crate : piles[0]) {
      cin >> crate;
      upTo[crate]++;
    }
    reverse(piles[0].begin(), piles[0].end());
    piles[1].clear();
    piles[2].clear();
    partial_sum(upTo.begin(), upTo.end(), upTo.begin());
    vector<pair<int, int>> moves;
    auto carry = [&](int from, int to) {
      piles[to].push_back(piles[from].back());
      piles[from].pop_back();
      moves.push_back({from, to});
    };
    int halvings = 0;
    while ((1 << halvings) < k) halvings++;
    vector<Job> jobs = {{0, 0, 1, k, halvings}};
    while (!jobs.empty()) {
      auto [from, to, low, high, left] = jobs.back();
      jobs.pop_back();
      int count = upTo[high] - upTo[low - 1];
      if (low == high) {
        if (from == to) continue;
        for (int i = 0; i < count; i++) carry(from, to);
        continue;
      }
      int most = 1 << (left - 1), middle = max(low, high - most), end = min(high - 1, low + most - 1);
      while (middle < end && 2 * (upTo[middle] - upTo[low - 1]) < count) middle++;
      int other = 3 - from - (from == to ? (from + 1) % 3 : to);
      int latePile = 3 - from - other;
      for (int i = 0; i < count; i++) carry(from, piles[from].back() > middle ? latePile : other);
      jobs.push_back({other, to, low, middle, left - 1});
      jobs.push_back({latePile, to, middle + 1, high, left - 1});
    }
    cout << moves.size() << '\n';
    for (auto [from, to] : moves) cout << "ABC"[from] << "ABC"[to] << ' ';
    cout << '\n';
  }
}
