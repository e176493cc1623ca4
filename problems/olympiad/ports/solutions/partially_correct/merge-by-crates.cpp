// Merges: halves of the pile, whatever ports they are for, are put in order on two piles and merged onto the third.
#include <bits/stdc++.h>
using namespace std;

vector<int> piles[3];
vector<string> moves;

void carry(int from, int to) {
  piles[to].push_back(piles[from].back());
  piles[from].pop_back();
  moves.push_back({"ABC"[from], "ABC"[to]});
}

// The top `count` of `from` come onto `to`, in order: the first port on top if `rising`, the last port otherwise.
void arrange(int from, int to, int count, bool rising) {
  if (count <= 1) {
    if (count == 1 && from != to) carry(from, to);
    return;
  }
  int upper = count / 2, lower = count - upper;
  int one = from == to ? (from + 1) % 3 : 3 - from - to;
  int two = from == to ? 3 - from - one : from;
  arrange(from, one, upper, !rising);
  arrange(from, two, lower, !rising);
  while (upper + lower > 0) {
    bool takesOne = lower == 0 || (upper > 0 && (piles[one].back() > piles[two].back()) == rising);
    carry(takesOne ? one : two, to);
    (takesOne ? upper : lower)--;
  }
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
    arrange(0, 0, n, true);
    cout << moves.size() << '\n';
    for (auto& move : moves) cout << move << ' ';
    cout << '\n';
  }
}
