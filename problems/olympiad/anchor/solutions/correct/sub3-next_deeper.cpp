// A row without storms: stacks find the next deeper basin to the right and to the left; jumps of doubled length over them.
#include <bits/stdc++.h>
#include "anchor.h"
using namespace std;

const int LOG = 17;

struct Side {
    vector<vector<int>> jump;
    vector<long long> sum;

    void build(const vector<int> &depth, const vector<int> &price) {
        int n = depth.size();
        jump.assign(LOG, vector<int>(n + 1, n));
        sum.assign(n + 1, 0);
        vector<int> stack_;
        for (int i = n - 1; i >= 0; i--) {
            while (!stack_.empty() && depth[stack_.back()] <= depth[i]) stack_.pop_back();
            if (!stack_.empty()) {
                int j = stack_.back();
                jump[0][i] = j;
                sum[i] = sum[j] + 1LL * (depth[j] - depth[i]) * price[j];
            }
            stack_.push_back(i);
        }
        for (int k = 1; k < LOG; k++)
            for (int i = 0; i <= n; i++) jump[k][i] = jump[k - 1][jump[k - 1][i]];
    }

    long long cost(const vector<int> &depth, const vector<int> &price, int a, int b, int c) const {
        int n = depth.size();
        if (depth[a] <= c) {
            for (int k = LOG - 1; k >= 0; k--)
                if (jump[k][a] < n && depth[jump[k][a]] <= c) a = jump[k][a];
            a = jump[0][a];
        }
        if (a > b) return 0;
        int last = a;
        for (int k = LOG - 1; k >= 0; k--)
            if (jump[k][last] <= b) last = jump[k][last];
        return 1LL * (depth[a] - c) * price[a] + sum[a] - sum[last];
    }
};

int n;
vector<int> depth[2], price[2];
Side side[2];

void chart(int N, vector<int>, vector<int>, vector<int> D, vector<int> P) {
    n = N;
    for (int s = 0; s < 2; s++) {
        depth[s] = D;
        price[s] = P;
        side[s].build(D, P);
        reverse(D.begin(), D.end());
        reverse(P.begin(), P.end());
    }
}

void storm(int, int) {}

long long voyage(int a, int b, int c) {
    if (a <= b) return side[0].cost(depth[0], price[0], a, b, c);
    return side[1].cost(depth[1], price[1], n - 1 - a, n - 1 - b, c);
}
