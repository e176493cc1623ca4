// Plays the pigeons. Exit 42 accepts, 43 rejects, anything else is our own failure.
// A boat with cove 0 is nowhere yet: each pigeon then says what leaves the program the harder case, never against what was said before.
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

const int ACCEPT = 42, REJECT = 43, BROKEN = 1;
const std::size_t LONGEST_TOKEN = 19;
const long long MOST = 2'000'000'000'000'000'000;

std::string feedbackFolder;

[[noreturn]] void end(int code, const char *format, ...) {
    char message[300];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    std::ofstream(feedbackFolder + "judgemessage.txt") << message << '\n';
    std::_Exit(code);
}

bool isSpace(int c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The next token, cut off where it is too long for anything right; empty at the end.
std::string nextToken() {
    int c = std::getchar();
    while (c != EOF && isSpace(c)) c = std::getchar();
    std::string token;
    while (c != EOF && !isSpace(c) && token.size() <= LONGEST_TOKEN) {
        token += c >= '!' && c <= '~' ? static_cast<char>(c) : '?';
        c = std::getchar();
    }
    return token;
}

long long nextInteger(int testcase, const char *what, long long low, long long high) {
    const std::string token = nextToken();
    if (token.empty()) end(REJECT, "case %d: the output ends where %s is expected", testcase, what);
    bool isInteger = token.size() <= LONGEST_TOKEN;
    for (char c : token) isInteger = isInteger && c >= '0' && c <= '9';
    const long long value = isInteger ? static_cast<long long>(std::strtoull(token.c_str(), nullptr, 10)) : -1;
    if (value < low || value > high)
        end(REJECT, "case %d: expected %s from %lld to %lld, got \"%s\"", testcase, what, low, high, token.c_str());
    return value;
}

void say(int testcase, const std::string &line) {
    if (std::fputs((line + "\n").c_str(), stdout) == EOF || std::fflush(stdout) == EOF)
        end(REJECT, "case %d: the program no longer listens", testcase);
}

struct Search {
    long long n, d, q, cove;
    long long west, east;           // the boat lies in one of these coves or between them
    std::vector<long long> sentTo;  // by minute, from 1; 0 where no pigeon was sent
    std::vector<long long> most;    // coves that can be told apart in so many minutes

    // What the pigeon of `minute` says at the end of minute `now`.
    char answer(long long minute, long long now) {
        const long long lookout = sentTo[minute];
        const char said = lookout >= east ? 'W' : lookout < west ? 'E' : choose(lookout, minute, now);
        if (said == 'W' && lookout < east) east = lookout;
        if (said == 'E' && lookout >= west) west = lookout + 1;
        return said;
    }

    char choose(long long lookout, long long minute, long long now) const {
        if (cove > 0) return cove <= lookout ? 'W' : 'E';
        const long double ifWest = hardness(west, lookout, minute, now), ifEast = hardness(lookout + 1, east, minute, now);
        return ifWest != ifEast ? (ifWest > ifEast ? 'W' : 'E') : (now % 2 == 0 ? 'W' : 'E');
    }

    // Coves that would be left, against what the minutes left and the pigeons on the way to one of them can tell apart.
    long double hardness(long long from, long long to, long long minute, long long now) const {
        long long useful = 0;
        for (long long other = minute + 1; other <= now; ++other) useful += sentTo[other] >= from && sentTo[other] < to;
        return static_cast<long double>(to - from + 1) / most[q - now + useful];
    }
};

void play(int testcase, long long n, long long d, long long q, long long cove) {
    Search search{n, d, q, cove, 1, n, {0}, {}};
    for (long long minutes = 0; minutes <= q; ++minutes) {
        const long long more = minutes <= d ? 1 : search.most[minutes - 1] + search.most[minutes - 1 - d];
        search.most.push_back(more < MOST ? more : MOST);
    }
    say(testcase, std::to_string(n) + " " + std::to_string(d) + " " + std::to_string(q));
    for (long long now = 1;; ++now) {
        const std::string token = nextToken();
        if (token == "!") {
            const long long named = nextInteger(testcase, "a cove", 1, n);
            if (cove == 0 && search.west < search.east)
                end(REJECT, "case %d: names cove %lld while all from %lld to %lld are left", testcase, named, search.west, search.east);
            const long long right = cove > 0 ? cove : search.west;
            if (named != right) end(REJECT, "case %d: names cove %lld, the boat is in %lld", testcase, named, right);
            return;
        }
        if (token.empty()) end(REJECT, "case %d: the output ends before a cove is named", testcase);
        if (token != "?" && token != "-")
            end(REJECT, "case %d: expected \"?\", \"-\" or \"!\", got \"%s\"", testcase, token.c_str());
        search.sentTo.push_back(token == "?" ? nextInteger(testcase, "a lookout", 1, n - 1) : 0);
        if (now > q) end(REJECT, "case %d: there are no more than %lld minutes", testcase, q);
        const bool comesBack = now > d && search.sentTo[now - d] != 0;
        say(testcase, comesBack ? std::string(1, search.answer(now - d, now)) : "-");
    }
}

int main(int argc, char **argv) {
    if (argc < 4) return BROKEN;
    std::signal(SIGPIPE, SIG_IGN);
    feedbackFolder = std::string(argv[3]) + "/";
    std::ifstream input(argv[1]);
    int t;
    if (!(input >> t)) end(BROKEN, "the input cannot be read");
    say(1, std::to_string(t));
    for (int testcase = 1; testcase <= t; ++testcase) {
        long long n, d, q, cove;
        if (!(input >> n >> d >> q >> cove)) end(BROKEN, "case %d cannot be read", testcase);
        play(testcase, n, d, q, cove);
    }
    end(ACCEPT, "every boat was found");
}
