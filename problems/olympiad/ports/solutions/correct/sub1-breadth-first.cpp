// Breadth-first search over all that three piles can look like, for at most 6 crates; larger piles stay as they are.
#include <bits/stdc++.h>
using namespace std;

string solve(const string& pile) {
  string goal = pile;
  sort(goal.rbegin(), goal.rend());
  goal += "||";
  string start = pile + "||";
  map<string, pair<string, string>> before = {{start, {"", ""}}};
  queue<string> todo;
  todo.push(start);
  while (!todo.empty() && !before.count(goal)) {
    string state = todo.front();
    todo.pop();
    vector<string> piles(1);
    for (char c : state) {
      if (c == '|') piles.emplace_back();
      else piles.back() += c;
    }
    for (int from = 0; from < 3; from++) {
      for (int to = 0; to < 3; to++) {
        if (from == to || piles[from].empty()) continue;
        vector<string> next = piles;
        next[to] += next[from].back();
        next[from].pop_back();
        string key = next[0] + "|" + next[1] + "|" + next[2];
        if (before.emplace(key, make_pair(state, string{char('A' + from), char('A' + to), ' '})).second) todo.push(key);
      }
    }
  }
  string moves;
  for (string state = goal; state != start; state = before[state].first) moves = before[state].second + moves;
  return moves;
}

int main() {
  int shipments;
  cin >> shipments;
  map<string, string> known;
  while (shipments--) {
    int n, k;
    cin >> n >> k;
    string pile;
    for (int i = 0, port; i < n; i++) {
      cin >> port;
      pile = char('0' + port % 10) + pile;
    }
    if (n > 6) {
      cout << 0 << '\n';
      continue;
    }
    if (!known.count(pile)) known[pile] = solve(pile);
    cout << known[pile].size() / 3 << '\n' << known[pile] << '\n';
  }
}
