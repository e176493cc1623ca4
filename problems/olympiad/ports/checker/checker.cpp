// checker <input> <answer> <output>, by the protocol of CMS: plays the moves and compares their number with what is allowed.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

static const int MOST_MOVES = 1000000;

static void finish(const std::string& score, const std::string& message) {
  printf("%s\n", score.c_str());
  fprintf(stderr, "%s\n", message.c_str());
  exit(0);
}

/** Words of a text of any length and any bytes. */
class Words {
 public:
  explicit Words(const char* path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) exit(1);
    text_.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }

  /** The next word, empty at the end. */
  std::string next() {
    while (at_ < text_.size() && isSpace(text_[at_])) at_++;
    size_t start = at_;
    while (at_ < text_.size() && !isSpace(text_[at_])) at_++;
    return text_.substr(start, at_ - start);
  }

 private:
  static bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

  std::string text_;
  size_t at_ = 0;
};

/** A number of the package's own file. */
static int own(Words& words) {
  std::string word = words.next();
  if (word.empty() || word.size() > 7 || word.find_first_not_of("0123456789") != std::string::npos) exit(1);
  return atoi(word.c_str());
}

int main(int argc, char** argv) {
  if (argc < 4) return 1;
  Words input(argv[1]), output(argv[3]);
  int shipments = own(input);
  int allMoves = 0;
  int worstAllowed = 1, worstMoves = 1;  // the least share so far is worstAllowed / worstMoves
  for (int shipment = 1; shipment <= shipments; shipment++) {
    std::string where = "shipment " + std::to_string(shipment) + ": ";
    int crates = own(input), ports = own(input);
    std::vector<int> piles[3];
    for (int i = 0; i < crates; i++) piles[0].push_back(own(input));
    std::reverse(piles[0].begin(), piles[0].end());

    std::string word = output.next();
    if (word.empty()) finish("0", where + "the number of moves is missing");
    if (word.size() > 7 || word.find_first_not_of("0123456789") != std::string::npos || atoi(word.c_str()) > MOST_MOVES - allMoves)
      finish("0", where + "not a number of moves, or more than 1000000 moves in all");
    int moves = atoi(word.c_str());
    allMoves += moves;
    for (int move = 1; move <= moves; move++) {
      word = output.next();
      if (word.size() != 2 || word.find_first_not_of("ABC") != std::string::npos || word[0] == word[1])
        finish("0", where + "move " + std::to_string(move) + " is not from one pile to another");
      std::vector<int>& from = piles[word[0] - 'A'];
      if (from.empty()) finish("0", where + "move " + std::to_string(move) + " is from an empty pile");
      piles[word[1] - 'A'].push_back(from.back());
      from.pop_back();
    }
    if ((int)piles[0].size() != crates) finish("0", where + "crates are left on B or C");
    if (!std::is_sorted(piles[0].rbegin(), piles[0].rend())) finish("0", where + "the crates are not in order");

    int halvings = 0;
    while (1 << halvings < ports) halvings++;
    int allowed = crates * (halvings + 1);
    if (moves > allowed && (long long)allowed * worstMoves < (long long)worstAllowed * moves) {
      worstAllowed = allowed;
      worstMoves = moves;
    }
  }
  if (!output.next().empty()) finish("0", "something follows the last move");
  if (worstAllowed == worstMoves) finish("1.0", "translate:success");
  char share[16];
  snprintf(share, sizeof share, "%.6f", (double)worstAllowed / worstMoves);
  finish(share, "translate:partial");
}
