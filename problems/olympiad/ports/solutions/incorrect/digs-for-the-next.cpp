// Builds the pile from below: digs for the last crate that is missing, with B and C as heaps for what is on top of it.
#include <bits/stdc++.h>
using namespace std;

int main() {
  int shipments;
  cin >> shipments;
  long long left = 1000000;
  while (shipments--) {
    int n, k;
    cin >> n >> k;
    vector<int> piles[3];
    piles[0].resize(n);
    for (int i = n - 1; i >= 0; i--) cin >> piles[0][i];
    vector<int> order = piles[0];
    sort(order.rbegin(), order.rend());
    string moves;
    auto carry = [&](int from, int to) {
      piles[to].push_back(piles[from].back());
      piles[from].pop_back();
      moves += {"ABC"[from], "ABC"[to], ' '};
      left--;
    };
    while (!piles[0].empty()) carry(0, 1);
    for (int next : order) {
      int from = find(piles[1].begin(), piles[1].end(), next) != piles[1].end() ? 1 : 2;
      while (piles[from].back() != next && left > 0) carry(from, 3 - from);
      if (left <= 0) break;
      carry(from, 0);
    }
    cout << moves.size() / 3 << '\n' << moves << '\n';
  }
}
