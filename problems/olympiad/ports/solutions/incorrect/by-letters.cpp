// Halves the ports, with the crates' ports compared as text: right up to nine ports.
#include <bits/stdc++.h>
using namespace std;

vector<string> piles[3];
vector<string> moves;

void carry(int from, int to) {
  piles[to].push_back(piles[from].back());
  piles[from].pop_back();
  moves.push_back({"ABC"[from], "ABC"[to]});
}

void arrange(int from, int to, int count, const vector<string>& names) {
  if (names.size() == 1) {
    for (int i = 0; from != to && i < count; i++) carry(from, to);
    return;
  }
  size_t half = names.size() / 2;
  int late = 0, latePile = from == to ? (from + 1) % 3 : to, earlyPile = 3 - from - latePile;
  for (int i = 0; i < count; i++) {
    bool isLate = piles[from].back() >= names[half];
    carry(from, isLate ? latePile : earlyPile);
    late += isLate;
  }
  arrange(latePile, to, late, vector<string>(names.begin() + half, names.end()));
  arrange(earlyPile, to, count - late, vector<string>(names.begin(), names.begin() + half));
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
    set<string> names(piles[0].begin(), piles[0].end());
    arrange(0, 0, n, vector<string>(names.begin(), names.end()));
    cout << moves.size() << '\n';
    for (auto& move : moves) cout << move << ' ';
    cout << '\n';
  }
}
