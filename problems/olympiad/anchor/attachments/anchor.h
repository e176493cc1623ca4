#pragma once
#include <vector>

void chart(int N, std::vector<int> U, std::vector<int> V, std::vector<int> D, std::vector<int> P);
void storm(int b, int d);
long long voyage(int a, int b, int c);
