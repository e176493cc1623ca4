#pragma once
#include <string>

std::string weave(long long m, int sea, long long x);

long long read_wreath(long long m, int sea, std::string wreath);
