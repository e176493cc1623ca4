// Halves the ports: late ones to one pile, early ones to another, then each half, from where it stands, onto its place.
#include <bits/stdc++.h>
using namespace std;

vector<int> piles[3];
string moves;
int moved;

void carry(int from, int to) {
  piles[to].push_back(piles[from].back());
  piles[from].pop_back();
  moves += {char('A' + from), char('A' + to), ' '};
  moved++;
}

// The top `count` crates of pile `from`, for the ports low to high - 1, come in order onto pile `to`.
void arrange(int from, int to, int count, int low, int high) {
  if (high - low == 1) {
    if (from != to)
      while (count-- > 0) carry(from, to);
    return;
  }
  int middle = (low + high) / 2, late = 0, early = 0;
  int latePile = from == to ? (from + 1) % 3 : to;
  int earlyPile = 3 - from - latePile;
  for (int i = 0; i < count; i++) {
    if (piles[from].back() >= middle) {
      carry(from, latePile);
      late++;
    } else {
      carry(from, earlyPile);
      early++;
    }
  }
  arrange(latePile, to, late, middle, high);
  arrange(earlyPile, to, early, low, middle);
}

int main() {
  int shipments;
  cin >> shipments;
  while (shipments-- > 0) {
    int n, k;
    cin >> n >> k;
    for (auto& pile : piles) pile.clear();
    piles[0].resize(n);
    for (int i = n - 1; i >= 0; i--) cin >> piles[0][i];
    moves.clear();
    moved = 0;
    arrange(0, 0, n, 1, k + 1);
    cout << moved << '\n' << moves << '\n';
  }
}
