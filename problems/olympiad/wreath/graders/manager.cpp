// manager <from the weaver> <to the weaver> <from the reader> <to the reader>, by the protocol of CMS.
// It believes nothing: whatever the stub would not have written ends the run.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <random>
#include <string>
#include <vector>

static const size_t MAX_LANTERNS = 200;

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

struct Process {
  const char* name;
  FILE *from, *to;
};

static Process openProcess(const char* name, const char* fromPath, const char* toPath) {
  Process process{name, nullptr, nullptr};
  process.to = fopen(toPath, "w");
  process.from = fopen(fromPath, "r");
  if (!process.to || !process.from) judgeFailure("the pipes cannot be opened");
  return process;
}

/** A line without its end, of at most `most` characters. */
static std::string nextLine(const Process& process, size_t most, const char* what) {
  std::string line;
  for (int c = fgetc(process.from); c != '\n'; c = fgetc(process.from)) {
    if (c == EOF) finish("0", std::string("The ") + process.name + " has ended too early");
    if (line.size() == most) violation(what);
    line += static_cast<char>(c);
  }
  return line;
}

static std::string nextWreath(const Process& weaver) {
  std::string wreath = nextLine(weaver, MAX_LANTERNS, "a wreath of more than 200 lanterns");
  if (wreath.empty()) violation("a wreath without lanterns");
  if (wreath.find_first_not_of("01") != std::string::npos) violation("a wreath with something else than 0 and 1");
  return wreath;
}

static long long nextNumber(const Process& reader) {
  const char* const what = "the reader's answer is not a number";
  std::string text = nextLine(reader, 20, what);
  size_t start = text[0] == '-';
  if (text.size() == start || text.find_first_not_of("0123456789", start) != std::string::npos) violation(what);
  return strtoll(text.c_str(), nullptr, 10);
}

/** What the sea may make of a wreath: all rotations, and in a storm those of the other side. */
static std::vector<std::string> viewsOf(const std::string& wreath, int sea) {
  std::vector<std::string> views = {wreath};
  for (size_t i = 1; sea >= 1 && i < wreath.size(); i++) views.push_back(wreath.substr(i) + wreath.substr(0, i));
  size_t rotations = views.size();
  for (size_t i = 0; sea == 2 && i < rotations; i++) views.emplace_back(views[i].rbegin(), views[i].rend());
  return views;
}

static std::string seenAs(const std::string& wreath, int sea, const std::string& how, std::mt19937_64& random) {
  const std::vector<std::string> views = viewsOf(wreath, sea);
  if (how == "least") return *std::min_element(views.begin(), views.end());
  if (how == "greatest") return *std::max_element(views.begin(), views.end());
  if (how == "random") return views[random() % views.size()];
  judgeFailure("input: an unknown way of turning");
}

int main(int argc, char** argv) {
  if (argc < 5) judgeFailure("usage: manager <from the weaver> <to the weaver> <from the reader> <to the reader>");
  signal(SIGPIPE, SIG_IGN);
  int count, sea, k;
  long long m;
  char how[16];
  unsigned long long seed;
  if (scanf("%d %lld %d %d %15s %llu", &count, &m, &sea, &k, how, &seed) != 6) judgeFailure("input: no first line");
  std::vector<long long> numbers(count);
  for (long long& x : numbers)
    if (scanf("%lld", &x) != 1) judgeFailure("input: too few numbers");
  Process weaver = openProcess("weaver", argv[1], argv[2]);
  Process reader = openProcess("reader", argv[3], argv[4]);
  std::mt19937_64 random(seed);

  fprintf(weaver.to, "%d %lld %d\n", count, m, sea);
  std::vector<std::string> wreaths;
  size_t longest = 0;
  for (long long x : numbers) {
    fprintf(weaver.to, "%lld\n", x);
    fflush(weaver.to);
    wreaths.push_back(nextWreath(weaver));
    longest = std::max(longest, wreaths.back().size());
  }

  std::vector<int> order(count);
  std::iota(order.begin(), order.end(), 0);
  for (int i = count - 1; i > 0; i--) std::swap(order[i], order[random() % (i + 1)]);
  fprintf(reader.to, "%d %lld %d\n", count, m, sea);
  for (int i : order) {
    std::string seen = seenAs(wreaths[i], sea, how, random);
    fprintf(reader.to, "%s\n", seen.c_str());
    fflush(reader.to);
    long long x = nextNumber(reader);
    if (x != numbers[i]) finish("0", "Wrong number: " + std::to_string(x) + " instead of " + std::to_string(numbers[i]));
  }

  std::string told = "The longest wreath has " + std::to_string(longest) + " lanterns, K = " + std::to_string(k);
  if (longest <= static_cast<size_t>(k)) finish("1", told);
  int tenThousandths = 100000 / (10 + static_cast<int>(longest) - k);
  char score[16];
  snprintf(score, sizeof score, "0.%04d", tenThousandths);
  finish(score, told);
}
