// Two ports: the crates for port 1 to B, those for port 2 to C, and back, C first.
#include <bits/stdc++.h>
using namespace std;

int main() {
  int shipments;
  cin >> shipments;
  while (shipments--) {
    int n, k, count[3] = {};
    cin >> n >> k;
    cout << 2 * n << '\n';
    for (int i = 0; i < n; i++) {
      int port;
      cin >> port;
      count[min(port, 2)]++;
      cout << (port == 1 ? "AB " : "AC ");
    }
    while (count[2]--) cout << "CA ";
    while (count[1]--) cout << "BA ";
    cout << '\n';
  }
}
