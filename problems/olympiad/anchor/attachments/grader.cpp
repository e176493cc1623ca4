// Sample grader: one chart, as the statement describes it.
#include "anchor.h"
#include <cstdio>
#include <vector>

static int number() {
    int value;
    if (std::scanf("%d", &value) != 1) return 0;
    return value;
}

int main() {
    const int n = number(), moves = number();
    std::vector<int> depths(n), prices(n), from(n - 1), to(n - 1);
    for (int &depth : depths) depth = number();
    for (int &price : prices) price = number();
    for (int i = 0; i < n - 1; ++i) {
        from[i] = number();
        to[i] = number();
    }
    chart(n, from, to, depths, prices);
    for (int i = 0; i < moves; ++i) {
        const int kind = number(), first = number(), second = number();
        if (kind == 1) storm(first, second);
        else std::printf("%lld\n", voyage(first, second, number()));
    }
}
