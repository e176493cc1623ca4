// Counts the lit and the dark bulbs of each colour in arrays.
import java.io.*;
import java.util.*;

public class FairyLights {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringBuilder out = new StringBuilder();
        int t = Integer.parseInt(in.readLine());
        while (t-- > 0) {
            int n = Integer.parseInt(in.readLine());
            StringTokenizer colours = new StringTokenizer(in.readLine());
            String state = in.readLine();
            int[] lit = new int[n + 1];
            int[] dark = new int[n + 1];
            for (int i = 0; i < n; i++) {
                int colour = Integer.parseInt(colours.nextToken());
                if (state.charAt(i) == '*') lit[colour]++;
                else dark[colour]++;
            }
            int knobs = 0;
            int presses = 0;
            for (int c = 1; c <= n; c++) {
                knobs += Math.min(lit[c], dark[c]);
                if (dark[c] > lit[c]) presses++;
            }
            out.append(knobs).append(' ').append(presses).append('\n');
        }
        System.out.print(out);
    }
}
