// Sorts by one bit of the port after the other, the least significant first: apart onto B and C, and back onto A.
#include <bits/stdc++.h>
using namespace std;

int main() {
  int shipments;
  cin >> shipments;
  while (shipments--) {
    int n, k;
    cin >> n >> k;
    vector<int> pile(n);  // from top to bottom
    for (int& port : pile) {
      cin >> port;
      port--;
    }
    string moves;
    for (int bit = 0; k - 1 >> bit > 0; bit++) {
      vector<int> parts[2];
      for (int port : pile) {
        parts[port >> bit & 1].push_back(port);
        moves += port >> bit & 1 ? "AC " : "AB ";
      }
      for (size_t i = 0; i < parts[1].size(); i++) moves += "CA ";
      for (size_t i = 0; i < parts[0].size(); i++) moves += "BA ";
      pile = parts[0];
      pile.insert(pile.end(), parts[1].begin(), parts[1].end());
    }
    cout << moves.size() / 3 << '\n' << moves << '\n';
  }
}
