// Centroid decomposition branch by branch: what was seen before is kept in a map, and asked for what would complete the new branch.
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Random;

public class CentroidsWithMaps {
    static DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(System.in, 1 << 16));

    static int nextInt() throws IOException {
        int c = in.read();
        while (c < '0') c = in.read();
        int value = 0;
        for (; c >= '0'; c = in.read()) value = value * 10 + c - '0';
        return value;
    }

    public static void main(String[] args) throws IOException {
        int n = nextInt(), k = nextInt();
        int[] first = new int[n + 1], next = new int[2 * n], end = new int[2 * n], colour = new int[2 * n];
        int streets = 0;
        for (int i = 2; i <= n; i++) {
            int parent = nextInt();
            for (int side = 0; side < 2; side++) {
                int from = side == 0 ? i : parent;
                end[++streets] = side == 0 ? parent : i;
                next[streets] = first[from];
                first[from] = streets;
            }
        }
        for (int i = 1; i < n; i++) colour[2 * i - 1] = colour[2 * i] = nextInt();

        Random random = new Random(20251103);
        long[] weight = new long[n + 1];
        for (int i = 1; i <= n; i++) weight[i] = random.nextLong();
        boolean[] done = new boolean[n + 1];
        int[] lanterns = new int[n + 1], size = new int[n + 1], order = new int[n], parent = new int[n + 1];
        int[] street = new int[n + 1], cursor = new int[n + 1], todo = new int[n + 1];
        long[] have = new long[n + 1], need = new long[n + 1];
        long pairs = 0;
        int waiting = 0;
        todo[waiting++] = 1;
        while (waiting > 0) {
            int start = todo[--waiting], total = 0;
            order[total++] = start;
            parent[start] = 0;
            for (int i = 0; i < total; i++)
                for (int e = first[order[i]]; e != 0; e = next[e])
                    if (!done[end[e]] && end[e] != parent[order[i]]) {
                        parent[end[e]] = order[i];
                        order[total++] = end[e];
                    }
            int centre = start;
            for (int i = total - 1; i >= 0; i--) {
                int square = order[i];
                size[square] = 1;
                for (int e = first[square]; e != 0; e = next[e])
                    if (!done[end[e]] && end[e] != parent[square]) size[square] += size[end[e]];
                if (2 * size[square] >= total) {
                    centre = square;
                    break;
                }
            }
            done[centre] = true;
            HashMap<Long, Integer> seen = new HashMap<>();
            seen.put(0L, 1);
            for (int top = first[centre]; top != 0; top = next[top]) {
                if (done[end[top]]) continue;
                todo[waiting++] = end[top];
                // Walk through the branch, one square at a time, without recursion.
                int found = 0, square = end[top];
                parent[square] = centre;
                street[square] = top;
                have[centre] = need[centre] = 0;
                boolean isNew = true;
                while (square != centre) {
                    int own = colour[street[square]];
                    if (isNew) {
                        int before = lanterns[own], after = (before + 1) % k;
                        lanterns[own] = after;
                        have[square] = have[parent[square]] + weight[own] * (after - before);
                        need[square] = need[parent[square]] + weight[own] * ((k - after) % k - (k - before) % k);
                        cursor[square] = first[square];
                        order[found++] = square;
                        isNew = false;
                    }
                    int e = cursor[square];
                    if (e == 0) {
                        lanterns[own] = (lanterns[own] + k - 1) % k;
                        square = parent[square];
                        continue;
                    }
                    cursor[square] = next[e];
                    if (done[end[e]] || end[e] == parent[square]) continue;
                    parent[end[e]] = square;
                    street[end[e]] = e;
                    square = end[e];
                    isNew = true;
                }
                for (int i = 0; i < found; i++) pairs += seen.getOrDefault(need[order[i]], 0);
                for (int i = 0; i < found; i++) seen.merge(have[order[i]], 1, Integer::sum);
            }
        }
        System.out.println(pairs);
    }
}
