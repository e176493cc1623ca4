// As many lit lanterns as the number says, and one more.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

string weave(long long, int, long long x) { return string(min(x + 1, 200LL), '1'); }

long long read_wreath(long long, int, string wreath) { return (long long)wreath.size() - 1; }
