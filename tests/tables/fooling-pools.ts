import type { StoredPool } from "../../src/contest/stored-pool.ts";
import { clustersOf } from "../../src/selection/clusters.ts";
import { gencluster } from "../../src/selection/gencluster.ts";
import { aPoolOf, type Behaviour, type MadePool, storedPoolOf } from "../support/made-pools.ts";
import { withMadeJudge } from "./made-judge.ts";

const ONE = [{ id: "all", maxScore: 100, contains: [] }];

interface Fooling {
  readonly id: string;
  readonly behaviours: readonly Behaviour[];
  /** Brute forces make the usual mistake, too. */
  readonly isAgreedOn?: boolean;
  /** A judge that takes what is wrong for right, every time. */
  readonly isMisjudged?: boolean;
}

const wrong = (parts: Behaviour["parts"] = {}) => behaviour("the usual mistake", 30, {}, parts);
/** With the right ones more clusters than submissions; some larger than theirs, some smaller. */
const others = [..."abcdefghijkl"].map((name, place) => behaviour(`mistake ${name}`, place < 6 ? 4 : 2, {}));
const right = (parts: Behaviour["parts"] = {}) => behaviour("right", 3, { all: 100 }, parts);

/** Pools on purpose in which wrong programs agree with each other, and something speaks for them. */
const POOLS: readonly Fooling[] = [
  { id: "same mistake", behaviours: [wrong(), ...others, right()] },
  { id: "sample fails", behaviours: [wrong(), ...others, right({ samplesPassed: 2 })] },
  { id: "long thoughts", behaviours: [wrong({ outputTokens: 9000 }), ...others, right()] },
  { id: "judge likes it", behaviours: [wrong(), ...others, right()], isMisjudged: true },
  { id: "brute forces too", behaviours: [wrong(), ...others, right()], isAgreedOn: true },
];

export function foolingPools(): StoredPool[] {
  return POOLS.map(({ id, behaviours, isAgreedOn, isMisjudged }) => {
    const pool = aPoolOf(behaviours, ONE);
    const stored = storedPoolOf(isAgreedOn ? withAgreedOutputs(pool) : pool, id);
    return isMisjudged ? withMadeJudge(stored, gencluster, 0, 1) : stored;
  });
}

/** Programs of one behaviour are written alike, and unlike others. */
function behaviour(name: string, count: number, worth: Behaviour["worth"], parts: Behaviour["parts"] = {}): Behaviour {
  const words = Array.from({ length: 12 }, (_, index) => `${name.replaceAll(" ", "_")}_${index}`);
  const source = `int main() { ${words.map((word) => `int ${word} = read();`).join(" ")} }`;
  return { name, count, worth, parts: { source: () => source, ...parts } };
}

/** On what the most programs print. */
function withAgreedOutputs({ view, truth }: MadePool): MadePool {
  const [largest] = clustersOf(view).clusters;
  const signature = largest?.members[0]?.signature ?? [];
  const inputs = view.inputs.map((input, place) => ({ ...input, agreedOutput: signature[place] }));
  return { view: { ...view, inputs }, truth };
}
