// The halving turned upside down: the last port ends on top.
#include <bits/stdc++.h>
using namespace std;

vector<int> piles[3];
vector<string> moves;

void carry(int from, int to) {
  piles[to].push_back(piles[from].back());
  piles[from].pop_back();
  moves.push_back({"ABC"[from], "ABC"[to]});
}

void arrange(int from, int to, int count, int low, int high) {
  if (low == high) {
    if (from != to)
      for (int i = 0; i < count; i++) carry(from, to);
    return;
  }
  int middle = (low + high) / 2, early = 0;
  int first = from == to ? (from + 1) % 3 : to, second = 3 - from - first;
  for (int i = 0; i < count; i++) {
    bool isEarly = piles[from].back() <= middle;
    carry(from, isEarly ? first : second);
    early += isEarly;
  }
  arrange(first, to, early, low, middle);
  arrange(second, to, count - early, middle + 1, high);
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
    arrange(0, 0, n, 1, k);
    cout << moves.size() << '\n';
    for (auto& move : moves) cout << move << ' ';
    cout << '\n';
  }
}
