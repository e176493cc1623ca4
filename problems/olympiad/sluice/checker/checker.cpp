// checker <input> <answer> <output>, by the protocol of CMS. What the grader writes stands between two secrets; only the
// input begins with the third, so that swapped arguments are noticed. The package's answers are bare numbers; an answer that a
// program has given through the grader stands between the two as well.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

static const std::string BEGIN = "sluice-out-93d7a4", END = "sluice-end-20e58b";

static void finish(const char* score, const char* message) {
  puts(score);
  fprintf(stderr, "%s\n", message);
  exit(0);
}

int main(int argc, char** argv) {
  if (argc < 4) return 1;
  std::ifstream input(argv[1]), answer(argv[2]), output(argv[3]);
  std::string word, expected;
  long long calls;
  if (!(input >> word >> calls) || word != "sluice-in-6b1f0c") return 1;
  if (!(output >> word)) finish("0", "No output: the program ended before the grader did");
  if (word != BEGIN) finish("0", "Protocol violation: somebody else has written to the output");
  bool isRight = true;
  bool isWhole = false;
  for (long long call = 0; call < calls; call++) {
    if (!(answer >> expected)) return 1;
    if (call == 0 && expected == BEGIN) {
      isWhole = true;
      if (!(answer >> expected)) return 1;
    }
    if (!(output >> word)) finish("0", "Protocol violation: the output ends too early");
    isRight = isRight && word == expected;
  }
  if (isWhole && (!(answer >> expected) || expected != END)) return 1;
  if (answer >> expected) return 1;
  if (!(output >> word) || word != END || output >> word)
    finish("0", "Protocol violation: somebody else has written to the output");
  if (isRight) finish("1.0", "translate:success");
  finish("0.0", "translate:wrong");
}
