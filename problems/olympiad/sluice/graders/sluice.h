#pragma once
#include <vector>

long long turns(std::vector<int> low, std::vector<int> high);
