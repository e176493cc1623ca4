// Sample grader: reads the number of calls, then for each call N and N lines with low and high; writes what each call returned.
#include "sluice.h"
#include <cstdio>
#include <cstdlib>

static int number() {
  int value;
  if (scanf("%d", &value) != 1) exit(1);
  return value;
}

int main() {
  for (int calls = number(); calls > 0; calls--) {
    std::vector<int> low(number()), high(low.size());
    for (size_t i = 0; i < low.size(); i++) {
      low[i] = number();
      high[i] = number();
    }
    printf("%lld\n", turns(low, high));
  }
}
