// checker <input> <answer> <output>, by the protocol of CMS. Only the grader's output begins with the secret.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

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
    if (!(output >> got) || got != "anchor-output-c07d9b36")
        finish("0", "Protocol violation: the grader's output does not come first, or not at all");
    for (int line = 1; answer >> expected; ++line) {
        if (!(output >> got) || got == "end") finish("0", "Protocol violation: an answer is missing");
        if (got != expected) finish("0", "translate:wrong\nthe first wrong line of answers is line " + std::to_string(line));
    }
    if (!(output >> got) || got != "end" || output >> got) finish("0", "Protocol violation: more than the grader's output");
    finish("1", "translate:success");
}
