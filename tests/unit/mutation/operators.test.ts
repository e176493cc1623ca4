import { describe, expect, test } from "vitest";
import { applyEdits, CppSource } from "../../../src/mutation/cpp-source.ts";
import { OPERATORS } from "../../../src/mutation/operator/index.ts";
import type { MutationOperator } from "../../../src/mutation/operator/operator.ts";

interface Case {
  readonly behaviour: string;
  readonly before: string;
  readonly after: readonly string[];
}

const CASES: Record<keyof typeof OPERATORS, readonly Case[]> = {
  "arithmetic-operator": [
    {
      behaviour: "takes minus for plus, and back",
      before: "int f(int a) { return a + a - 3; }",
      after: ["int f(int a) { return a - a - 3; }", "int f(int a) { return a + a + 3; }"],
    },
    {
      behaviour: "updates the wrong way, but lets a loop go on",
      before: "void f() { for (int i = 0; i < n; ++i) total += i; }",
      after: ["void f() { for (int i = 0; i < n; ++i) total -= i; }"],
    },
    { behaviour: "leaves streams alone", before: "void f() { std::cout << a; std::cin >> b; }", after: [] },
  ],
  "bound-off-by-one": [
    {
      behaviour: "compares with one more and one less",
      before: "bool f(int a, int b) { return a < b; }",
      after: ["bool f(int a, int b) { return a < b + 1; }", "bool f(int a, int b) { return a < b - 1; }"],
    },
    {
      behaviour: "counts in numbers",
      before: "bool f(int a) { return a >= 10; }",
      after: ["bool f(int a) { return a >= 11; }", "bool f(int a) { return a >= 9; }"],
    },
    { behaviour: "leaves the brackets of templates alone", before: "std::vector<int> v;", after: [] },
  ],
  "dropped-cast": [
    {
      behaviour: "multiplies in the narrow type",
      before: "long long f(int a, int b) { return (long long)a * b; }",
      after: ["long long f(int a, int b) { return a * b; }"],
    },
    {
      behaviour: "knows static_cast and 1LL as well",
      before: "void f() { x = static_cast<double>(a) / b; y = 1LL * c * d; }",
      after: ["void f() { x = (a) / b; y = 1LL * c * d; }", "void f() { x = static_cast<double>(a) / b; y = c * d; }"],
    },
  ],
  "dropped-condition": [
    {
      behaviour: "keeps one of two conditions",
      before: "void f() { while (a > 0 && b) g(); }",
      after: ["void f() { while (a > 0) g(); }", "void f() { while (b) g(); }"],
    },
  ],
  "dropped-if": [
    {
      behaviour: "never takes the special case, or always",
      before: "int f(int n) { if (n == 0) return 1; return n; }",
      after: ["int f(int n) {  return n; }", "int f(int n) { return 1; return n; }"],
    },
    {
      behaviour: "keeps what happens otherwise",
      before: "void f() { if (a) b(); else c(); }",
      after: ["void f() { c(); }", "void f() { b(); }"],
    },
    {
      behaviour: "leaves a statement where one must be",
      before: "void f() { while (a) if (b) c(); }",
      after: ["void f() { while (a) ; }", "void f() { while (a) c(); }"],
    },
    {
      behaviour: "leaves conditions that read or declare alone",
      before: 'void f() { if (scanf("%d", &n) != 1) return; if (auto it = find(); it != end) g(); }',
      after: [],
    },
  ],
  "dropped-negation": [
    {
      behaviour: "loses a not and a minus",
      before: "void f() { if (!seen) x = -y; }",
      after: ["void f() { if (seen) x = -y; }", "void f() { if (!seen) x = y; }"],
    },
  ],
  "dropped-offset": [
    {
      behaviour: "loses plus one and minus one",
      before: "void f() { a = b + 1; g(c - 1); h(d + 7); }",
      after: ["void f() { a = b; g(c - 1); h(d + 7); }", "void f() { a = b + 1; g(c); h(d + 7); }"],
    },
  ],
  "dropped-statement": [
    {
      behaviour: "loses what a line does, breaks and early returns, not the last return",
      before: "int f() { x = 1; while (true) { break; } if (x) { return 2; } return 3; }",
      after: [
        "int f() {  while (true) { break; } if (x) { return 2; } return 3; }",
        "int f() { x = 1; while (true) {  } if (x) { return 2; } return 3; }",
        "int f() { x = 1; while (true) { break; } if (x) {  } return 3; }",
      ],
    },
    {
      behaviour: "leaves alone what changes nothing, and what reads",
      before: "void f() { std::ios::sync_with_stdio(false); std::cin >> n; v.reserve(n); }",
      after: [],
    },
  ],
  "flipped-comparison": [
    {
      behaviour: "compares the wrong way round, but enters loops",
      before: "void f() { for (int i = 0; i < n; ++i) if (a[i] < b || c == d) g(); }",
      after: [
        "void f() { for (int i = 0; i < n; ++i) if (a[i] > b || c == d) g(); }",
        "void f() { for (int i = 0; i < n; ++i) if (a[i] < b || c != d) g(); }",
      ],
    },
  ],
  "index-off-by-one": [
    {
      behaviour: "takes the neighbour of an element",
      before: "int f(int i) { return a[i]; }",
      after: ["int f(int i) { return a[i + 1]; }", "int f(int i) { return a[i - 1]; }"],
    },
  ],
  "initial-value": [
    {
      behaviour: "starts with another number",
      before: "void f() { int best = -1, count = 0; level = 1; }",
      after: [
        "void f() { int best = 0, count = 0; level = 1; }",
        "void f() { int best = -1, count = 1; level = 1; }",
        "void f() { int best = -1, count = 0; level = 0; }",
        "void f() { int best = -1, count = 0; level = 2; }",
      ],
    },
    {
      behaviour: "fills a vector with another number",
      before: "void f() { std::vector<int> a(n, 0); x += 5; }",
      after: ["void f() { std::vector<int> a(n, 1); x += 5; }"],
    },
  ],
  "loop-order": [
    {
      behaviour: "swaps loops that stand in each other, and runs them from the other end",
      before: "void f() { for (int i = 0; i < n; ++i) for (int j = m; j >= 1; j--) g(i, j); }",
      after: [
        "void f() { for (int j = m; j >= 1; j--) for (int i = 0; i < n; ++i) g(i, j); }",
        "void f() { for (int i = n - 1; i >= 0; --i) for (int j = m; j >= 1; j--) g(i, j); }",
        "void f() { for (int i = 0; i < n; ++i) for (int j = 1; j <= m; ++j) g(i, j); }",
      ],
    },
    {
      behaviour: "leaves loops in their order where the inner one needs the outer one's variable",
      before: "void f() { for (int i = 0; i < n; i += 2) for (int j = i; j != n; ++j) g(i, j); }",
      after: [],
    },
  ],
  "missing-reset": [
    {
      behaviour: "forgets to clear and to set back",
      before: "void f() { seen.clear(); total = 0; total = g(); }",
      after: ["void f() {  total = 0; total = g(); }", "void f() { seen.clear();  total = g(); }"],
    },
    {
      behaviour: "keeps a variable of a loop, or of a function that is called again",
      before: "int main() { int n = 1; while (n--) { int sum = 0; const int k = 1; int &r = n; } }",
      after: ["int main() { int n = 1; while (n--) { static int sum = 0; const int k = 1; int &r = n; } }"],
    },
  ],
  modulus: [
    {
      behaviour: "takes another modulus, a coarser one, or forgets it",
      before: "const int M = 1000000007; int f(int a) { return a % M; }",
      after: [
        "const int M = 998244353; int f(int a) { return a % M; }",
        "const int M = 1000003; int f(int a) { return a % M; }",
        "const int M = 1000000007; int f(int a) { return a; }",
      ],
    },
    {
      behaviour: "asks parity of nobody",
      before: "int f(int a) { return a % 2; }",
      after: ["int f(int a) { return a; }"],
    },
  ],
  "narrower-integer": [
    {
      behaviour: "takes int for long long, under its own name too",
      before: "using ll = long long; ll f(long long a) { return a + 5LL; }",
      after: [
        "using ll = int; ll f(long long a) { return a + 5LL; }",
        "using ll = long long; ll f(int a) { return a + 5LL; }",
        "using ll = long long; int f(long long a) { return a + 5LL; }",
        "using ll = long long; ll f(long long a) { return a + 5; }",
      ],
    },
    { behaviour: "takes float for double", before: "double x;", after: ["float x;"] },
  ],
  "opposite-function": [
    {
      behaviour: "takes the opposite of a pair, with and without a namespace",
      before: "int f() { return std::min(a, max(b, s.front())); }",
      after: [
        "int f() { return std::max(a, max(b, s.front())); }",
        "int f() { return std::min(a, min(b, s.front())); }",
        "int f() { return std::min(a, max(b, s.back())); }",
      ],
    },
    { behaviour: "leaves variables of such names alone", before: "int f(int first) { return first; }", after: [] },
  ],
  "small-infinity": [
    {
      behaviour: "takes an infinity that is too small",
      before: "const long long INF = 1e18; int a = 1000000000, b = INT_MAX, mod = 998244353;",
      after: [
        "const long long INF = 1000000000; int a = 1000000000, b = INT_MAX, mod = 998244353;",
        "const long long INF = 1e18; int a = 1000000, b = INT_MAX, mod = 998244353;",
        "const long long INF = 1e18; int a = 1000000000, b = 1000000, mod = 998244353;",
      ],
    },
  ],
  "smaller-array": [
    {
      behaviour: "makes an array smaller",
      before: "int a[200];",
      after: ["int a[199];", "int a[100];", "int a[20];"],
    },
    {
      behaviour: "makes the constant smaller that says its size, and no other",
      before: "const int N = 5000; const int MOD = 998244353; const int K = 7;",
      after: [4999, 2500, 500].map((size) => `const int N = ${size}; const int MOD = 998244353; const int K = 7;`),
    },
  ],
  "strict-comparison": [
    {
      behaviour: "loses and wins the equals sign",
      before: "bool f(int a, int b) { return a < b || a >= b; }",
      after: ["bool f(int a, int b) { return a <= b || a >= b; }", "bool f(int a, int b) { return a < b || a > b; }"],
    },
  ],
  "swapped-arguments": [
    {
      behaviour: "calls own functions with arguments in each other's place, not those of the library",
      before: "int f(int a, int b) { return std::max(a, b); } int x = f(p, q);",
      after: ["int f(int a, int b) { return std::max(a, b); } int x = f(q, p);"],
    },
    {
      behaviour: "puts the parts of a pair the wrong way round",
      before: "void f() { heap.push({d, v}); heap.emplace(d, v); }",
      after: [
        "void f() { heap.push({d, v}); heap.emplace(v, d); }",
        "void f() { heap.push({v, d}); heap.emplace(d, v); }",
      ],
    },
  ],
  "swapped-logic": [
    {
      behaviour: "takes or for and, and for or",
      before: "bool f() { return a && b || c; }",
      after: ["bool f() { return a || b || c; }", "bool f() { return a && b && c; }"],
    },
  ],
  "swapped-operands": [
    {
      behaviour: "subtracts and divides the wrong way round, in brackets where they are needed",
      before: "int f() { return (a + b) / c - d; }",
      after: ["int f() { return d - ((a + b) / c); }", "int f() { return c / (a + b) - d; }"],
    },
    { behaviour: "leaves sums alone", before: "int f() { return a + b * c; }", after: [] },
  ],
  "wrong-index": [
    {
      behaviour: "takes the other loop's variable",
      before: "void f() { for (int i = 0; i < n; ++i) { for (int j = 0; j < n; ++j) a[j] = 0; b[i] = 1; } }",
      after: ["void f() { for (int i = 0; i < n; ++i) { for (int j = 0; j < n; ++j) a[i] = 0; b[i] = 1; } }"],
    },
  ],
  "wrong-variable": [
    {
      behaviour: "takes a variable of the same type that is there",
      before: "int f(int a, int b, long long c) { { int d = 1; } return g(a + 1); }",
      after: ["int f(int a, int b, long long c) { { int d = 1; } return g(b + 1); }"],
    },
    { behaviour: "compares nothing with itself", before: "bool f(int a, int b) { return a < b; }", after: [] },
  ],
};

const made = ({ find }: MutationOperator, text: string) =>
  find(new CppSource(text)).map((edits) => applyEdits(text, edits));

describe.each(Object.entries(OPERATORS))("%s", (name, operator) => {
  const cases = Object.entries(CASES).find(([of]) => of === name)?.[1] ?? [];

  test.each(cases)("$behaviour", ({ before, after }) => {
    expect(made(operator, before)).toEqual(after);
  });
});
