// Centroids, but the weight of a colour is its number squared: different counts often have the same sum.
#include <bits/stdc++.h>
using namespace std;

using Hash = unsigned long long;

int n, k;
vector<vector<pair<int, int>>> streets;
vector<Hash> weight;
vector<int> lanterns, sizes;
vector<bool> done;

// Pairs (u, v), each way round and with u = v, whose counts complete each other.
long long completed(vector<Hash> &have, vector<Hash> &need) {
    sort(have.begin(), have.end());
    sort(need.begin(), need.end());
    long long pairs = 0;
    size_t j = 0;
    for (size_t i = 0; i < have.size();) {
        size_t same = i;
        while (same < have.size() && have[same] == have[i]) same++;
        while (j < need.size() && need[j] < have[i]) j++;
        size_t first = j;
        while (j < need.size() && need[j] == have[i]) j++;
        pairs += (long long)(same - i) * (long long)(j - first);
        i = same;
    }
    return pairs;
}

int measure(int square, int from) {
    sizes[square] = 1;
    for (auto [next, colour] : streets[square])
        if (next != from && !done[next]) sizes[square] += measure(next, square);
    return sizes[square];
}

void collect(int square, int from, Hash have, Hash need, vector<Hash> &haves, vector<Hash> &needs) {
    haves.push_back(have);
    needs.push_back(need);
    for (auto [next, colour] : streets[square]) {
        if (next == from || done[next]) continue;
        int before = lanterns[colour];
        int after = before + 1 == k ? 0 : before + 1;
        lanterns[colour] = after;
        Hash nextHave = have + weight[colour] * (Hash)(after - before);
        Hash nextNeed = need + weight[colour] * (Hash)((k - after) % k - (k - before) % k);
        collect(next, square, nextHave, nextNeed, haves, needs);
        lanterns[colour] = before;
    }
}

int main() {
    scanf("%d %d", &n, &k);
    streets.resize(n + 1);
    vector<int> parent(n + 1);
    for (int i = 2; i <= n; i++) scanf("%d", &parent[i]);
    for (int i = 2; i <= n; i++) {
        int colour;
        scanf("%d", &colour);
        streets[i].push_back({parent[i], colour});
        streets[parent[i]].push_back({i, colour});
    }
    weight.resize(n + 1);
    for (int i = 1; i <= n; i++) weight[i] = (Hash)i * i;
    lanterns.assign(n + 1, 0);
    sizes.assign(n + 1, 0);
    done.assign(n + 1, false);

    long long pairs = 0;
    vector<int> todo = {1};
    while (!todo.empty()) {
        int centre = todo.back();
        todo.pop_back();
        int total = measure(centre, 0);
        for (int from = 0, moved = 1; moved;) {
            moved = 0;
            for (auto [next, colour] : streets[centre]) {
                if (next == from || done[next] || sizes[next] * 2 <= total) continue;
                from = centre;
                centre = next;
                moved = 1;
                break;
            }
        }
        done[centre] = true;
        vector<Hash> allHave = {0}, allNeed = {0};
        pairs--;  // the centre with itself
        for (auto [next, colour] : streets[centre]) {
            if (done[next]) continue;
            vector<Hash> have, need;
            lanterns[colour] = 1 % k;
            collect(next, centre, weight[colour] * (Hash)(1 % k), weight[colour] * (Hash)(k - 1), have, need);
            lanterns[colour] = 0;
            allHave.insert(allHave.end(), have.begin(), have.end());
            allNeed.insert(allNeed.end(), need.begin(), need.end());
            pairs -= completed(have, need);
            todo.push_back(next);
        }
        pairs += completed(allHave, allNeed);
    }
    printf("%lld\n", pairs / 2);
}
