// The halving with piles of fixed size, large enough for 150 crates.
#include <bits/stdc++.h>
using namespace std;

struct Pile {
  array<int, 150> crates;
  int height = 0;
};

Pile piles[3];
vector<string> moves;

void carry(int from, int to) {
  piles[to].crates.at(piles[to].height++) = piles[from].crates.at(--piles[from].height);
  moves.push_back({"ABC"[from], "ABC"[to]});
}

void arrange(int from, int to, int count, int low, int high) {
  if (low == high) {
    for (int i = 0; from != to && i < count; i++) carry(from, to);
    return;
  }
  int middle = (low + high) / 2, late = 0;
  int latePile = from == to ? (from + 1) % 3 : to, earlyPile = 3 - from - latePile;
  for (int i = 0; i < count; i++) {
    bool isLate = piles[from].crates.at(piles[from].height - 1) > middle;
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
    for (auto& pile : piles) pile.height = 0;
    moves.clear();
    piles[0].height = n;
    for (int i = n - 1; i >= 0; i--) cin >> piles[0].crates.at(i);
    arrange(0, 0, n, 1, k);
    cout << moves.size() << '\n';
    for (auto& move : moves) cout << move << ' ';
    cout << '\n';
  }
}
