// The mirror image: as few coves as the last pigeon leaves time for are cut off in the west, and E is hoped for.
#include <bits/stdc++.h>
using namespace std;

int main() {
    int t;
    scanf("%d", &t);
    while (t--) {
        long long n;
        int d, q;
        scanf("%lld %d %d", &n, &d, &q);
        vector<long long> most(q + 1, 1);
        for (int minutes = d + 1; minutes <= q; minutes++) most[minutes] = most[minutes - 1] + most[minutes - d - 1];
        long long low = 1, high = n, hoped = 1;
        map<int, long long> sent;
        for (int minute = 1; low < high; minute++) {
            int left = q - minute;
            long long small = left >= d ? min(most[left - d], high - hoped) : 0;
            if (small > 0) {
                long long lookout = hoped + small - 1;
                printf("? %lld\n", lookout);
                sent[minute] = lookout;
                hoped = lookout + 1;
            } else {
                printf("-\n");
            }
            fflush(stdout);
            char said;
            scanf(" %c", &said);
            auto back = sent.find(minute - d);
            if (said == '-' || back == sent.end()) continue;
            if (said == 'E') {
                low = back->second + 1;
            } else {
                high = back->second;
                hoped = low;
                sent.clear();
            }
        }
        printf("! %lld\n", low);
        fflush(stdout);
    }
}
