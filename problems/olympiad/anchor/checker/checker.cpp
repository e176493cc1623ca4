// checker <input> <answer> <output>, by the protocol of CMS. Only the grader's output begins with the secret. The package's
// answers are bare numbers; an answer that a program has given through the grader is its whole output.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

static const std::string SECRET = "anchor-output-c07d9b36", END = "end";

static void finish(const char *score, const std::string &message) {
    std::puts(score);
    std::fprintf(stderr, "%s\n", message.c_str());
    std::exit(0);
}

int main(int argc, char **argv) {
    if (argc < 4) return 1;
    std::ifstream answer(argv[2]), output(argv[3]);
    if (!answer || !output) return 1;
    std::string expected, got;
    if (!(output >> got) || got != SECRET)
        finish("0", "Protocol violation: the grader's output does not come first, or not at all");
    for (int line = 1; answer >> expected && expected != END; ++line) {
        if (line == 1 && expected == SECRET && (!(answer >> expected) || expected == END)) break;
        if (!(output >> got) || got == END) finish("0", "Protocol violation: an answer is missing");
        if (got != expected) finish("0", "translate:wrong\nthe first wrong line of answers is line " + std::to_string(line));
    }
    if (!(output >> got) || got != END || output >> got) finish("0", "Protocol violation: more than the grader's output");
    finish("1", "translate:success");
}
