// Up to four ports by hand: 1, 2 to B and 3, 4 to C; then C is parted by way of B, and B by way of C.
#include <bits/stdc++.h>
using namespace std;

vector<int> piles[3];
vector<string> moves;

void carry(int from, int to) {
  piles[to].push_back(piles[from].back());
  piles[from].pop_back();
  moves.push_back({"ABC"[from], "ABC"[to]});
}

// The top `count` of `from`, of two ports only, onto A by way of the third pile.
void two(int from, int count, int later) {
  int other = 3 - from, kept = 0;
  for (int i = 0; i < count; i++) {
    bool isLater = piles[from].back() == later;
    kept += !isLater;
    carry(from, isLater ? 0 : other);
  }
  while (kept--) carry(other, 0);
}

int main() {
  int shipments;
  cin >> shipments;
  while (shipments--) {
    int n, k;
    cin >> n >> k;
    for (auto& pile : piles) pile.clear();
    moves.clear();
    vector<int> ports(n);
    for (int& port : ports) cin >> port;
    for (int i = n - 1; i >= 0; i--) piles[0].push_back(ports[i]);
    if (k == 2) {
      int first = 0, second = 0;
      for (int port : ports) {
        carry(0, port == 1 ? 1 : 2);
        (port == 1 ? first : second)++;
      }
      while (second--) carry(2, 0);
      while (first--) carry(1, 0);
    } else if (k > 2) {
      int early = 0, late = 0;
      for (int port : ports) {
        carry(0, port <= 2 ? 1 : 2);
        (port <= 2 ? early : late)++;
      }
      two(2, late, 4);
      two(1, early, 2);
    }
    cout << moves.size() << '\n';
    for (auto& move : moves) cout << move << ' ';
    cout << '\n';
  }
}
