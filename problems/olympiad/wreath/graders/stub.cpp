#include "wreath.h"
#include <cstdio>
#include <cstdlib>

// stub <0 to weave, 1 to read>
int main(int argc, char** argv) {
  if (argc < 2) return 1;
  bool weaves = atoi(argv[1]) == 0;
  int count, sea;
  long long m;
  if (scanf("%d %lld %d", &count, &m, &sea) != 3) return 0;
  while (count-- > 0) {
    if (weaves) {
      long long x;
      if (scanf("%lld", &x) != 1) return 0;
      printf("%s\n", weave(m, sea, x).c_str());
    } else {
      char wreath[201];
      if (scanf("%200s", wreath) != 1) return 0;
      printf("%lld\n", read_wreath(m, sea, wreath));
    }
    fflush(stdout);
  }
}
