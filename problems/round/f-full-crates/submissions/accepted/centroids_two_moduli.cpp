// Centroids with a random weight for every colour in each of two prime fields, counted in a hash table.
#include <bits/stdc++.h>
using namespace std;

using Hash = unsigned long long;

const long long P = 1000000007, Q = 998244353;

// Two sums, the one modulo P in the upper half.
Hash add(Hash sum, Hash weight, long long times) {
    long long p = ((long long)(sum >> 32) + (long long)(weight >> 32) * times) % P;
    long long q = ((long long)(sum & 0xffffffff) + (long long)(weight & 0xffffffff) * times) % Q;
    if (p < 0) p += P;
    if (q < 0) q += Q;
    return (Hash)p << 32 | (Hash)q;
}

int n, k;
vector<vector<pair<int, int>>> streets;
vector<Hash> weight;
vector<int> lanterns, sizes;
vector<bool> done;

// Pairs (u, v), each way round and with u = v, whose counts complete each other.
long long completed(const vector<Hash> &have, const vector<Hash> &need) {
    unordered_map<Hash, int> times;
    times.reserve(have.size());
    for (Hash one : have) times[one]++;
    long long pairs = 0;
    for (Hash one : need) {
        auto found = times.find(one);
        if (found != times.end()) pairs += found->second;
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
        Hash nextHave = add(have, weight[colour], after - before);
        Hash nextNeed = add(need, weight[colour], (k - after) % k - (k - before) % k);
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
    mt19937_64 random(20251103);
    weight.resize(n + 1);
    for (Hash &one : weight) one = (random() % P) << 32 | random() % Q;
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
            collect(next, centre, add(0, weight[colour], 1 % k), add(0, weight[colour], k - 1), have, need);
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
