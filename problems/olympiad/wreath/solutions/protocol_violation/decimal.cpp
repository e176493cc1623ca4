// Hangs up the decimal digits.
#include <bits/stdc++.h>
#include "wreath.h"
using namespace std;

string weave(long long, int, long long x) { return to_string(x); }

long long read_wreath(long long, int, string wreath) { return stoll(wreath); }
