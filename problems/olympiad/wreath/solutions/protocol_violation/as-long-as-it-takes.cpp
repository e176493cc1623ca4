// As many lit lanterns as the number says, and no end to them.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

string weave(long long, int, long long x) { return string(min(x + 1, 20000LL), '1'); }

long long read_wreath(long long, int, string wreath) { return (long long)wreath.size() - 1; }
