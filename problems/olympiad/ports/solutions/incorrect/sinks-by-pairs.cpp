// Bubble sort with piles: from A to B the later of two crates is held back, from B to A the earlier one, till nothing changes.
#include <bits/stdc++.h>
using namespace std;

int main() {
  int shipments;
  cin >> shipments;
  int left = 1000000;
  while (shipments--) {
    int n, k;
    cin >> n >> k;
    vector<int> piles[3];
    piles[0].resize(n);
    for (int i = n - 1; i >= 0; i--) cin >> piles[0][i];
    string moves;
    auto carry = [&](int from, int to) {
      piles[to].push_back(piles[from].back());
      piles[from].pop_back();
      moves += {"ABC"[from], "ABC"[to], ' '};
      left--;
    };
    while (!is_sorted(piles[0].rbegin(), piles[0].rend()) && left > 6 * n) {
      for (int there = 0; there < 2; there++) {
        int from = there, to = 1 - there;
        carry(from, 2);
        while (!piles[from].empty()) {
          bool holds = there == 0 ? piles[from].back() <= piles[2].back() : piles[from].back() >= piles[2].back();
          if (holds) {
            carry(from, to);
          } else {
            carry(2, to);
            carry(from, 2);
          }
        }
        carry(2, to);
      }
    }
    cout << moves.size() / 3 << '\n' << moves << '\n';
  }
}
