import { describe, expect, test } from "vitest";
import { NO_OUTPUT } from "../../../src/domain/output-mark.ts";
import { randomFrom } from "../../../src/domain/random.ts";
import { STRATEGIES } from "../../../src/selection/index.ts";
import { learned } from "../../../src/selection/learned.ts";
import { fitLogistic, predict } from "../../../src/selection/logistic-regression.ts";
import { oracle } from "../../../src/selection/oracle.ts";
import { codeOf, similarity } from "../../../src/selection/similarity.ts";
import { simulate } from "../../../src/selection/simulate.ts";
import type { Strategy } from "../../../src/selection/strategy.ts";
import { aPoolOf, feedbackOf, scoreWith } from "../../support/made-pools.ts";
import { aCandidateView, aPoolView, nothingTold } from "../../support/pool-views.ts";

const ONE = [{ id: "all", maxScore: 100, contains: [] }];
const mark = (text: string) => text.repeat(16).slice(0, 16);

test("alphacode takes one of each cluster from the largest down, then goes around again", () => {
  const pool = aPoolOf(
    [
      { name: "big", count: 5, worth: {} },
      { name: "middle", count: 3, worth: {} },
      { name: "fails a sample", count: 9, worth: {}, parts: { samplesPassed: 1 } },
      { name: "alone", count: 1, worth: {} },
    ],
    ONE,
  );
  const sizes = clusterSizes(STRATEGIES.alphacode, pool, 9);
  expect(sizes).toEqual([5, 3, 1, 5, 3, 5, 3, 5, 5]);
});

test.each([
  ["o1-ioi", STRATEGIES["o1-ioi"]],
  ["learned", learned({ bias: 0, weights: [4, 0, 0, 0, 0, 0, 0, 0, 0] })],
] as const)("without made inputs %s takes no try for one of all programs that pass the samples", (_, strategy) => {
  const pool = aPoolOf(
    [
      { name: "passes", count: 20, worth: {} },
      { name: "fails", count: 20, worth: {}, parts: { samplesPassed: 2 } },
    ],
    ONE,
    0,
  );
  const told = simulate(strategy, pool.view, {
    submissionLimit: 20,
    seed: 1,
    feedbackOf: (id) => feedbackOf(pool, id),
  });
  const passed = new Map(pool.view.candidates.map(({ id, samplesPassed }) => [id, samplesPassed]));
  expect(new Set(told.map(({ candidate }) => passed.get(candidate)))).toEqual(new Set([3]));
});

describe("o3-longest", () => {
  test("goes by the tokens of the answer", () => {
    const candidates = [100, 900, 500].map((outputTokens, index) =>
      aCandidateView({ id: `c000${index}`, outputTokens }),
    );
    const choice = STRATEGIES["o3-longest"].choose(aPoolView({ candidates }), randomFrom(1));
    expect(choice).toEqual({ candidate: "c0001", why: "900 tokens, the most left" });
  });

  test("says where nobody counted", () => {
    const view = aPoolView({ candidates: [aCandidateView({ outputTokens: undefined })] });
    expect(STRATEGIES["o3-longest"].choose(view, randomFrom(1))?.why).toContain("nobody counted");
  });
});

describe("gencluster", () => {
  const pool = aPoolOf(
    [
      { name: "big", count: 6, worth: {}, parts: { outputTokens: 10 } },
      { name: "good", count: 2, worth: { all: 100 }, parts: { outputTokens: 10 } },
      { name: "bad", count: 3, worth: {}, parts: { outputTokens: 10 } },
    ],
    ONE,
  );

  test("wants ten rounds of pairings between the representatives of clusters, in an order drawn by chance", () => {
    const pairs = STRATEGIES.gencluster.pairs(pool.view, randomFrom(1));
    expect(pairs).toHaveLength(10);
    const speakers = new Set(pairs.flatMap(({ first, second }) => [first, second]));
    expect(speakers.size).toBe(3);
    expect(pairs.every(({ first, second }) => first !== second)).toBe(true);
    const firsts = new Set(pairs.map(({ first }) => first));
    expect(firsts.size).toBeGreaterThan(1);
    expect(STRATEGIES.gencluster.pairs(pool.view, randomFrom(1))).toEqual(pairs);
  });

  test("goes through clusters by the share of their games that they won", () => {
    const good = new Set([...pool.truth].filter(([, [all]]) => all?.score === 100).map(([id]) => id));
    const comparisons = STRATEGIES.gencluster
      .pairs(pool.view, randomFrom(2))
      .map((pair) => ({ ...pair, winner: winnerOf(pair, good), round: 0 }));
    const choice = STRATEGIES.gencluster.choose({ ...pool.view, comparisons }, randomFrom(1));
    expect(good).toContain(choice?.candidate);
    expect(choice?.why).toMatch(/won (\d+) of \1 games/);
  });
});

test("gencluster submits what prints nothing last of all", () => {
  const { view } = aPoolOf([{ name: "prints", count: 2, worth: {} }], ONE, 2);
  const candidates = ["TLE", "RTE", NO_OUTPUT].map((mark, index) =>
    aCandidateView({ id: `c900${index}`, signature: [mark, mark], outputTokens: 9000 }),
  );
  const pool = { view: { ...view, candidates: [...candidates, ...view.candidates] }, truth: new Map() };
  expect(clusterSizes(STRATEGIES.gencluster, pool, 5)).toEqual([2, 2, 1, 1, 1]);
});

describe("gencorrect", () => {
  test("takes what is unlike the submissions before it", () => {
    const loop = (name: string) =>
      `int main(){int ${name};for(int i=0;i<9;i++){${name}+=i*i;}return ${name};}`.repeat(3);
    const other = "struct S{double x[5];};double f(S&s){while(s.x[0]>1)s.x[0]/=2;return s.x[0];}".repeat(3);
    const candidates = [
      ...["a", "b", "c", "d"].map((name, index) => aCandidateView({ id: `c000${index}`, source: () => loop(name) })),
      aCandidateView({ id: "c0009", source: () => other }),
    ];
    const view = aPoolView({ candidates });
    const told = simulate(STRATEGIES.gencorrect, view, { submissionLimit: 2, seed: 1, feedbackOf: nothingTold });
    expect(told.map(({ candidate }) => candidate)).toContain("c0009");
  });

  test("likeness is 1 for the same tokens, whatever the comments, and near 0 for others", () => {
    const sketch = (source: string) => codeOf(aCandidateView({ source: () => source })).sketch;
    const program = "int main() { int n; cin >> n; for (int i = 0; i < n; i++) cout << i * n; }";
    expect(similarity(sketch(program), sketch(`// mine\n${program}\n/* end */`))).toBe(1);
    expect(similarity(sketch(program), sketch("void f(double x) { while (x > 1) x /= 2; return; }"))).toBeLessThan(0.2);
  });
});

test("majority goes by how often an output is the usual one, not by whole signatures", () => {
  const signatures = [
    ["a", "a", "x"],
    ["a", "y", "c"],
    ["z", "a", "c"],
    ["a", "a", "c"],
  ];
  const candidates = signatures.map((marks, index) =>
    aCandidateView({ id: `c000${index}`, signature: marks.map(mark), samplesPassed: 1 }),
  );
  const choice = STRATEGIES.majority.choose(aPoolView({ candidates }), randomFrom(1));
  expect(choice).toEqual({ candidate: "c0003", why: "the most usual output on 3 of 3 inputs, drawn from 1 such" });
});

test.each(["alphacode", "o1-ioi"] as const)("%s says that sample verdicts stand in for signatures", (name) => {
  const view = aPoolView({ candidates: [aCandidateView({ id: "c0001" }), aCandidateView({ id: "c0002" })] });
  expect(STRATEGIES[name].choose(view, randomFrom(1))?.why).toContain("by sample verdicts as there are no signatures");
});

describe("learned", () => {
  test("the fit finds what decides, and is the maximum: no step away is better", () => {
    const random = randomFrom(5);
    const examples = Array.from({ length: 400 }, () => {
      const features = [random(), random()];
      return { features, target: (features[0] ?? 0) > 0.5 ? 1 : 0 };
    });
    const model = fitLogistic(examples, 2);
    expect(model.weights[0]).toBeGreaterThan(5);
    expect(Math.abs(model.weights[1] ?? 9)).toBeLessThan(1);
    expect(predict(model, [1, 0.5])).toBeGreaterThan(0.9);
    expect(predict(model, [0, 0.5])).toBeLessThan(0.1);
  });

  test("takes what is expected to win the most, and less of it after a try", () => {
    const pool = aPoolOf(
      [
        { name: "often passes", count: 5, worth: {}, parts: { samplesPassed: 3 } },
        { name: "passes less", count: 2, worth: { all: 100 }, parts: { samplesPassed: 2 } },
      ],
      ONE,
    );
    const strategy = learned({ bias: 0, weights: [1, 0, 0, 0, 0, 0, 0, 0, 0] });
    expect(clusterSizes(strategy, pool, 2)).toEqual([5, 2]);
  });
});

describe("pools in which wrong programs agree with each other", () => {
  const fooling = aPoolOf(
    [
      { name: "the usual mistake", count: 30, worth: {} },
      { name: "another", count: 12, worth: {} },
      { name: "right", count: 3, worth: { all: 100 }, parts: { outputTokens: 5000, modelScore: 0.9 } },
    ],
    ONE,
  );

  test.each([
    ["majority", STRATEGIES.majority, 0],
    ["alphacode", STRATEGIES.alphacode, 0],
    ["o3-longest", STRATEGIES["o3-longest"], 100],
    ["o1-ioi", STRATEGIES["o1-ioi"], 100],
    ["oracle", oracle(fooling.truth), 100],
  ] as const)("with one submission %s scores what it should", (_, strategy, score) => {
    expect(scoreWith(strategy, fooling, 1)).toBe(score);
  });

  test("majority stays fooled for as long as the mistake lasts; alphacode until the third cluster", () => {
    expect(scoreWith(STRATEGIES.majority, fooling, 30)).toBe(0);
    expect(scoreWith(STRATEGIES.alphacode, fooling, 2)).toBe(0);
    expect(scoreWith(STRATEGIES.alphacode, fooling, 3)).toBe(100);
  });
});

function winnerOf({ first, second }: { first: string; second: string }, good: ReadonlySet<string>) {
  if (good.has(first)) return "first" as const;
  return good.has(second) ? ("second" as const) : ("neither" as const);
}

/** The sizes of the clusters that its submissions come from. */
function clusterSizes(strategy: Strategy, pool: ReturnType<typeof aPoolOf>, submissionLimit: number): number[] {
  const told = simulate(strategy, pool.view, { submissionLimit, seed: 1, feedbackOf: (id) => feedbackOf(pool, id) });
  const signatureOf = new Map(pool.view.candidates.map(({ id, signature = [] }) => [id, signature.join()]));
  return told.map(({ candidate }) => {
    const own = signatureOf.get(candidate);
    return [...signatureOf.values()].filter((signature) => signature === own).length;
  });
}
