// checker <input> <answer> <output>, by the protocol of CMS: paints the strokes and compares the picture; (best / strokes)^2.
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

static void finish(double score, const std::string &message) {
    std::printf("%.6f\n", score);
    std::fprintf(stderr, "%s\n", message.c_str());
    std::exit(0);
}

static int number(std::ifstream &output, int low, int high, const char *what) {
    std::string word;
    if (!(output >> word)) finish(0, std::string("The output ends before ") + what);
    bool isNumber = word.size() <= 6;
    for (char c : word) isNumber = isNumber && std::isdigit((unsigned char)c);
    if (!isNumber || std::atoi(word.c_str()) < low || std::atoi(word.c_str()) > high)
        finish(0, std::string("Not a possible ") + what);
    return std::atoi(word.c_str());
}

int main(int argc, char **argv) {
    if (argc < 4) return 1;
    std::ifstream input(argv[1]), answer(argv[2]), output(argv[3]);
    int height = 0, width = 0, best = 0;
    if (!(input >> height >> width) || !(answer >> best) || best < 1) return 1;
    std::vector<std::string> picture(height), wall(height, std::string(width, '.'));
    for (std::string &row : picture)
        if (!(input >> row) || (int)row.size() != width) return 1;
    const int strokes = number(output, 1, height * width, "number of strokes");
    for (int i = 0; i < strokes; ++i) {
        const int top = number(output, 1, height, "row"), left = number(output, 1, width, "column");
        const int bottom = number(output, 1, height, "row"), right = number(output, 1, width, "column");
        std::string colour;
        if (!(output >> colour) || colour.size() != 1 || !std::isalpha((unsigned char)colour[0])) finish(0, "Not a colour");
        if (top > bottom || left > right) finish(0, "A rectangle whose end lies before its beginning");
        for (int row = top - 1; row < bottom; ++row)
            for (int column = left - 1; column < right; ++column) wall[row][column] = colour[0];
    }
    std::string more;
    if (output >> more) finish(0, "More than the strokes");
    if (wall != picture) finish(0, "translate:wrong");
    const double share = (double)best / strokes;
    const std::string counts = std::to_string(strokes) + " strokes, the jury " + std::to_string(best);
    if (strokes <= best) finish(1, "translate:success\n" + counts);
    finish(share * share, "translate:partial\n" + counts);
}
