// Checks every ring that the submission prints. Exit 42 accepts, 43 rejects, anything else is our own failure.
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

const int ACCEPT = 42, REJECT = 43, BROKEN = 1;
const std::size_t LONGEST_TOKEN = 9;

std::string feedbackFolder;

[[noreturn]] void end(int code, const char *format, ...) {
    char message[300];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    std::ofstream(feedbackFolder + "judgemessage.txt") << message << '\n';
    std::exit(code);
}

bool isSpace(int c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The next token, cut off where it is too long for any right answer; empty at the end.
std::string nextToken() {
    int c = std::getchar();
    while (c != EOF && isSpace(c)) c = std::getchar();
    std::string token;
    while (c != EOF && !isSpace(c)) {
        if (token.size() > LONGEST_TOKEN) break;
        token += c >= '!' && c <= '~' ? static_cast<char>(c) : '?';
        c = std::getchar();
    }
    return token;
}

int nextInteger(int testcase, const char *what) {
    const std::string token = nextToken();
    if (token.empty()) end(REJECT, "case %d: the output ends where %s is expected", testcase, what);
    const std::size_t sign = token[0] == '-';
    bool isInteger = token.size() > sign && token.size() <= LONGEST_TOKEN;
    for (std::size_t i = sign; i < token.size(); ++i) isInteger = isInteger && token[i] >= '0' && token[i] <= '9';
    if (!isInteger) end(REJECT, "case %d: expected %s, got \"%s\"", testcase, what, token.c_str());
    return std::atoi(token.c_str());
}

// Reads one case; whether there is a ring in it. A ring that is wrong ends the program.
bool readRing(int testcase, int n, long long k) {
    const int first = nextInteger(testcase, "a colour or -1");
    if (first == -1) return false;
    std::vector<int> colour(n);
    std::vector<long long> flags(n + 1, 0);
    for (int i = 0; i < n; ++i) {
        colour[i] = i == 0 ? first : nextInteger(testcase, "a colour");
        if (colour[i] < 1 || colour[i] > n)
            end(REJECT, "case %d: colour %d of post %d is not in [1, %d]", testcase, colour[i], i + 1, n);
        ++flags[colour[i]];
    }
    for (int i = 0; i < n; ++i)
        if (colour[i] == colour[(i + 1) % n])
            end(REJECT, "case %d: post %d and the next one both have colour %d", testcase, i + 1, colour[i]);
    long long pairs = 0;
    for (long long count : flags) pairs += count * (count - 1) / 2;
    if (pairs != k) end(REJECT, "case %d: %lld pairs of the same colour, expected %lld", testcase, pairs, k);
    return true;
}

int main(int argc, char **argv) {
    if (argc < 4) return BROKEN;
    feedbackFolder = std::string(argv[3]) + "/";
    std::ifstream input(argv[1]), answer(argv[2]);
    int t;
    if (!(input >> t)) end(BROKEN, "the input cannot be read");
    for (int testcase = 1; testcase <= t; ++testcase) {
        int n, first;
        long long k;
        if (!(input >> n >> k) || !(answer >> first)) end(BROKEN, "case %d: input or answer cannot be read", testcase);
        for (int i = 1, skipped; first != -1 && i < n; ++i)
            if (!(answer >> skipped)) end(BROKEN, "case %d: the answer ends early", testcase);
        const bool isFound = readRing(testcase, n, k);
        if (isFound && first == -1) end(BROKEN, "case %d: the submission has a ring, the jury has none", testcase);
        if (!isFound && first != -1) end(REJECT, "case %d: -1, but there is a ring", testcase);
    }
    const std::string rest = nextToken();
    if (!rest.empty()) end(REJECT, "more output after the last case: \"%s\"", rest.c_str());
    return ACCEPT;
}
