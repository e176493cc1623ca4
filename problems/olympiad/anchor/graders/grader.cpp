// Reads the charts of a testcase, written out or as runs (generators/README.md), and calls the submission.
#include "anchor.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

namespace {

const unsigned BLOCK = 250;

void fail(const char *what) {
    std::printf("bad input: %s\n", what);
    std::exit(1);
}

long long number() {
    long long value;
    if (std::scanf("%lld", &value) != 1) fail("expected a number");
    return value;
}

void word(const char *expected) {
    char text[64];
    if (std::scanf("%63s", text) != 1 || std::strcmp(text, expected) != 0) fail(expected);
}

struct Series {
    long long low, range, first, step, divisor;

    static Series read() {
        Series series;
        series.low = number();
        series.range = number();
        series.first = number();
        series.step = number();
        series.divisor = number();
        return series;
    }

    int at(long long i) const { return (int)(low + (first + i * step) % range / divisor); }
};

std::vector<int> readRuns(const char *name, int length) {
    word(name);
    std::vector<int> values;
    for (long long pieces = number(); pieces > 0; --pieces) {
        const long long count = number();
        const Series series = Series::read();
        for (long long i = 0; i < count; ++i) values.push_back(series.at(i));
    }
    if ((int)values.size() != length) fail(name);
    return values;
}

std::vector<long long> plainChart() {
    const int n = (int)number();
    const long long moves = number();
    std::vector<int> depths(n), prices(n), from(n - 1), to(n - 1);
    for (int &depth : depths) depth = (int)number();
    for (int &price : prices) price = (int)number();
    for (int i = 0; i < n - 1; ++i) {
        from[i] = (int)number();
        to[i] = (int)number();
    }
    chart(n, from, to, depths, prices);
    std::vector<long long> answers;
    for (long long i = 0; i < moves; ++i) {
        const long long kind = number();
        const int first = (int)number(), second = (int)number();
        if (kind == 1) storm(first, second);
        else answers.push_back(voyage(first, second, (int)number()));
    }
    return answers;
}

/** Too many answers to be written out: one number for every BLOCK of them. */
std::vector<unsigned long long> blocksOf(const std::vector<long long> &answers) {
    std::vector<unsigned long long> blocks;
    for (unsigned i = 0; i < answers.size(); ++i) {
        if (i % BLOCK == 0) blocks.push_back(0);
        blocks.back() = blocks.back() * 1000003 + (unsigned long long)answers[i] + 1;
    }
    return blocks;
}

std::vector<long long> runsChart() {
    const int n = (int)number();
    const long long moves = number(), factor = number(), shift = number();
    auto label = [&](long long x) { return (int)((x * factor + shift) % n); };
    const std::vector<int> parents = readRuns("parents", n - 1);
    const std::vector<int> treeDepths = readRuns("depths", n), treePrices = readRuns("prices", n);
    std::vector<int> depths(n), prices(n), from(n - 1), to(n - 1);
    for (int x = 0; x < n; ++x) {
        depths[label(x)] = treeDepths[x];
        prices[label(x)] = treePrices[x];
    }
    for (int i = 0; i < n - 1; ++i) {
        from[i] = label(parents[i]);
        to[i] = label(i + 1);
        if (factor != 1 && i % 2 == 1) std::swap(from[i], to[i]);
    }
    chart(n, from, to, depths, prices);
    word("moves");
    std::vector<long long> answers;
    long long made = 0;
    for (long long pieces = number(); pieces > 0; --pieces) {
        const long long count = number(), storms = number(), voyages = number();
        const Series where = Series::read(), depth = Series::read();
        const Series start = Series::read(), end = Series::read(), length = Series::read();
        for (long long i = 0; i < count; ++i) {
            for (long long k = i * storms; k < (i + 1) * storms; ++k) storm(label(where.at(k)), depth.at(k));
            for (long long k = i * voyages; k < (i + 1) * voyages; ++k)
                answers.push_back(voyage(label(start.at(k)), label(end.at(k)), length.at(k)));
        }
        made += count * (storms + voyages);
    }
    if (made != moves) fail("moves");
    return answers;
}

}  // namespace

int main() {
    word("anchor-input-58e2c1");
    std::vector<unsigned long long> lines;
    for (long long charts = number(); charts > 0; --charts) {
        char kind[64];
        if (std::scanf("%63s", kind) != 1) fail("expected a chart");
        if (std::strcmp(kind, "plain") == 0) {
            for (long long answer : plainChart()) lines.push_back((unsigned long long)answer);
        } else if (std::strcmp(kind, "runs") == 0) {
            for (unsigned long long block : blocksOf(runsChart())) lines.push_back(block);
        } else {
            fail("expected plain or runs");
        }
    }
    std::puts("anchor-output-c07d9b36");
    for (unsigned long long line : lines) std::printf("%llu\n", line);
    std::puts("end");
}
