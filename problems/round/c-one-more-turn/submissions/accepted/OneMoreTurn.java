// The gain g for which the prizes above g bring exactly the price of a turn on average, by halving.
import java.io.*;

public class OneMoreTurn {
    public static void main(String[] args) throws IOException {
        StreamTokenizer in = new StreamTokenizer(new BufferedInputStream(System.in));
        StringBuilder out = new StringBuilder();
        in.nextToken();
        int t = (int) in.nval;
        while (t-- > 0) {
            in.nextToken();
            int n = (int) in.nval;
            in.nextToken();
            double c = in.nval;
            double[] prizes = new double[n];
            for (int i = 0; i < n; i++) {
                in.nextToken();
                prizes[i] = in.nval;
            }
            double low = 0;
            double high = 1e6;
            for (int step = 0; step < 70; step++) {
                double gain = (low + high) / 2;
                double more = 0;
                for (double prize : prizes) more += Math.max(prize - gain, 0);
                if (more > c * n) low = gain;
                else high = gain;
            }
            out.append(low).append('\n');
        }
        System.out.print(out);
    }
}
