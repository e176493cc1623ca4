// Halves the ports well, and leaves the pile in perfect order on B.
#include <bits/stdc++.h>
using namespace std;

vector<int> piles[3];
vector<string> moves;

void arrange(int from, int to, int count, int low, int high) {
  auto carry = [](int source, int target) {
    piles[target].push_back(piles[source].back());
    piles[source].pop_back();
    moves.push_back({"ABC"[source], "ABC"[target]});
  };
  if (low == high) {
    for (int i = 0; from != to && i < count; i++) carry(from, to);
    return;
  }
  int middle = (low + high) / 2, late = 0;
  int latePile = from == to ? (from + 1) % 3 : to, earlyPile = 3 - from - latePile;
  for (int i = 0; i < count; i++) {
    bool isLate = piles[from].back() > middle;
    carry(from, isLate ? latePile : earlyPile);
    late += isLate;
  }
  arrange(latePile, to, late, middle + 1, high);
  arrange(earlyPile, to, count - late, low, middle);
}

int main() {
  int shipments;
  cin >> shipments;
  while (shipments--) {
    int n, k;
    cin >> n >> k;
    for (auto& pile : piles) pile.clear();
    moves.clear();
    piles[0].resize(n);
    for (int i = n - 1; i >= 0; i--) cin >> piles[0][i];
    arrange(0, 1, n, 1, k);
    cout << moves.size() << '\n';
    for (auto& move : moves) cout << move << ' ';
    cout << '\n';
  }
}
