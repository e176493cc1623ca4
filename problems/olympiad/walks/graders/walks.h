#pragma once
#include <vector>

int walk(std::vector<int> list);

std::vector<int> find_order(int n, int k);
