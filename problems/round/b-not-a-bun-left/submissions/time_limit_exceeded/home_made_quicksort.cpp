// Sorts with a quicksort of its own that splits at the first element: quadratic where many guests pay alike.
#include <bits/stdc++.h>
using namespace std;

void quicksort(vector<int>& values, int first, int last) {
    while (last - first > 1) {
        int pivot = values[first], middle = first;
        for (int i = first + 1; i < last; ++i)
            if (values[i] > pivot) swap(values[++middle], values[i]);
        swap(values[first], values[middle]);
        quicksort(values, first, middle);
        first = middle + 1;
    }
}

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);
    int t;
    cin >> t;
    while (t--) {
        int n, p, q;
        cin >> n >> p >> q;
        vector<int> extra(n);
        for (int& e : extra) cin >> e;
        long long coins = 0;
        for (int& e : extra) {
            int b;
            cin >> b;
            e -= b;
            coins += b;
        }
        quicksort(extra, 0, n);
        long long best = -1;
        for (int apple = 0; apple <= n; ++apple) {
            if (apple > 0) coins += extra[apple - 1];
            if (apple % p == 0 && (n - apple) % q == 0) best = max(best, coins);
        }
        cout << best << '\n';
    }
}
