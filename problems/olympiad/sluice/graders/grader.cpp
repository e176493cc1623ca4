#include "sluice.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>

static int number() {
  int value;
  if (scanf("%d", &value) != 1) exit(1);
  return value;
}

// Nothing is written before the last call has returned.
int main() {
  char secret[64];
  if (scanf("%63s", secret) != 1 || strcmp(secret, "sluice-in-6b1f0c") != 0) return 1;
  std::vector<long long> results(number());
  for (long long& result : results) {
    std::vector<int> low(number()), high(low.size());
    for (size_t i = 0; i < low.size(); i++) {
      low[i] = number();
      high[i] = number();
    }
    result = turns(low, high);
  }
  puts("sluice-out-93d7a4");
  for (long long result : results) printf("%lld\n", result);
  puts("sluice-end-20e58b");
}
