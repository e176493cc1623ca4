#include "walks.h"
#include <cstdio>
#include <cstdlib>
#include <string>

static void say(char kind, const std::vector<int>& lanterns) {
  std::string line = kind + (" " + std::to_string(lanterns.size()));
  for (int lantern : lanterns) line += ' ' + std::to_string(lantern);
  line += '\n';
  fwrite(line.data(), 1, line.size(), stdout);
  fflush(stdout);
}

int walk(std::vector<int> list) {
  say('?', list);
  int lit;
  if (scanf("%d", &lit) != 1) exit(0);
  return lit;
}

int main() {
  int roads, n, k;
  if (scanf("%d", &roads) != 1) return 0;
  for (int road = 0; road < roads; road++) {
    if (scanf("%d %d", &n, &k) != 2) return 0;
    say('!', find_order(n, k));
  }
}
