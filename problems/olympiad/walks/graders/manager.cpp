// manager <from the submission> <to the submission>, by the protocol of CMS.
// It believes nothing: whatever the stub would not have written ends the run.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

static const int MAX_WALKS = 20000;

static FILE *from, *to;

[[noreturn]] static void finish(const std::string& score, const std::string& message) {
  puts(score.c_str());
  fprintf(stderr, "%s\n", message.c_str());
  exit(0);
}

[[noreturn]] static void violation(const std::string& what) { finish("0", "Protocol violation: " + what); }

[[noreturn]] static void judgeFailure(const char* what) {
  fprintf(stderr, "%s\n", what);
  exit(1);
}

static char nextChar() {
  int c = fgetc(from);
  if (c == EOF) finish("0", "The program has ended without an answer");
  return static_cast<char>(c);
}

static void expectChar(char expected) {
  if (nextChar() != expected) violation("somebody else than the stub has written to standard output");
}

/** A number after one space, of at most ten digits. Its end is read, and put back. */
static long long nextNumber() {
  expectChar(' ');
  std::string digits;
  char c = nextChar();
  while ((c >= '0' && c <= '9') || (c == '-' && digits.empty())) {
    digits += c;
    if (digits.size() > 11) violation("a number too long");
    c = nextChar();
  }
  ungetc(c, from);
  if (digits.empty() || digits == "-") violation("somebody else than the stub has written to standard output");
  return atoll(digits.c_str());
}

/** What follows `?` or `!`: how many lanterns, and which. All are different and on the road, or it ends here. */
static std::vector<int> nextLanterns(int n, const char* what) {
  long long size = nextNumber();
  if (size > n) violation(std::string(what) + " longer than the road");
  std::vector<int> lanterns;
  std::vector<bool> isListed(n + 1, false);
  for (long long i = 0; i < size; i++) {
    long long lantern = nextNumber();
    if (lantern < 1 || lantern > n) violation(std::string(what) + " with a lantern that is not there");
    if (isListed[lantern]) violation(std::string(what) + " with the same lantern twice");
    isListed[lantern] = true;
    lanterns.push_back(static_cast<int>(lantern));
  }
  expectChar('\n');
  return lanterns;
}

struct Road {
  int k;
  std::vector<int> order;
};

static std::vector<Road> readRoads() {
  int roads;
  if (scanf("%d", &roads) != 1) judgeFailure("input: no number of roads");
  std::vector<Road> read(roads);
  for (Road& road : read) {
    int n;
    if (scanf("%d %d", &n, &road.k) != 2) judgeFailure("input: a road without N and K");
    road.order.resize(n);
    for (int& lantern : road.order)
      if (scanf("%d", &lantern) != 1) judgeFailure("input: a road that is too short");
  }
  return read;
}

static int lanternsLit(const std::vector<int>& list, const std::vector<int>& place) {
  size_t lit = 1;
  while (lit < list.size() && place[list[lit - 1]] < place[list[lit]]) lit++;
  return static_cast<int>(lit);
}

/** Lets the submission find one road's order, and returns how many walks it took. */
static int walksFor(const Road& road, int& walksLeft) {
  int n = static_cast<int>(road.order.size());
  std::vector<int> place(n + 1);
  for (int i = 0; i < n; i++) place[road.order[i]] = i;
  fprintf(to, "%d %d\n", n, road.k);
  fflush(to);
  for (int walks = 0;; walks++) {
    char kind = nextChar();
    if (kind == '!') {
      if (nextLanterns(n, "an order") != road.order) finish("0", "Wrong order");
      return walks;
    }
    if (kind != '?') violation("somebody else than the stub has written to standard output");
    std::vector<int> list = nextLanterns(n, "a list");
    if (list.empty()) violation("an empty list");
    if (walksLeft-- == 0) finish("0", "Too many walks: more than " + std::to_string(MAX_WALKS));
    fprintf(to, "%d\n", lanternsLit(list, place));
    fflush(to);
  }
}

/** (k / walks)^4 with four digits, rounded down; with k up to 2700 and 20000 walks, all fits in 64 bits. */
static int tenThousandths(int k, int walks) {
  if (walks <= k) return 10000;
  return static_cast<int>(10000LL * k * k * k * k / (1LL * walks * walks * walks * walks));
}

int main(int argc, char** argv) {
  if (argc < 3) judgeFailure("usage: manager <from the submission> <to the submission>");
  signal(SIGPIPE, SIG_IGN);
  std::vector<Road> roads = readRoads();
  to = fopen(argv[2], "w");
  from = fopen(argv[1], "r");
  if (!to || !from) judgeFailure("the pipes cannot be opened");
  fprintf(to, "%zu\n", roads.size());
  int walksLeft = MAX_WALKS;
  size_t worst = 0;
  std::vector<int> walks;
  for (size_t i = 0; i < roads.size(); i++) {
    walks.push_back(walksFor(roads[i], walksLeft));
    if (1LL * walks[i] * roads[worst].k > 1LL * walks[worst] * roads[i].k) worst = i;
  }
  int earned = tenThousandths(roads[worst].k, walks[worst]);
  char score[16];
  snprintf(score, sizeof score, "%d.%04d", earned / 10000, earned % 10000);
  finish(score, "Road " + std::to_string(worst + 1) + ": " + std::to_string(walks[worst]) + " walks, K = " + std::to_string(roads[worst].k));
}
