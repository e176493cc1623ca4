import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Command, Option } from "commander";
import { measureComparison } from "./comparison.ts";
import { measureCompile } from "./compile.ts";
import { measureData } from "./data.ts";
import { measureHtml } from "./html.ts";
import { measureInteraction } from "./interaction.ts";
import { measureModelMemory } from "./model-memory.ts";
import { measureOpenRun } from "./open-run.ts";
import { measureOverhead } from "./overhead.ts";
import { measurePool } from "./pool.ts";
import { measurePoolMemory } from "./pool-memory.ts";
import { MEASURE_PUBLIC, PUBLIC_PARTS } from "./public-data.ts";
import { measureRepeatability } from "./repeat.ts";
import type { Row } from "./row.ts";
import { measureSelection } from "./selection.ts";
import { measureSolverMemory } from "./solver-memory.ts";
import { measureWhatIfs } from "./what-ifs.ts";

const PARTS = [
  "overhead",
  "compile",
  "pool",
  "memory",
  "data",
  "comparison",
  "interaction",
  "repeat",
  "model",
  "selection",
  "solver",
  "html",
  "what-ifs",
  "open-run",
] as const;
type Part = (typeof PARTS)[number];
type PublicPart = (typeof PUBLIC_PARTS)[number];

interface Sizes {
  readonly rounds: number;
  readonly pool: number;
  readonly memory: number;
  readonly repeat: number;
  readonly model: number;
  readonly candidates: number;
}

const MEASURE = {
  overhead: async ({ rounds }) => {
    const { oursUs, bareUs, execUs, containerUs, overBare, execOverOurs, containerOverOurs } =
      await measureOverhead(rounds);
    return [
      { what: "a testcase, from request to verdict", measured: oursUs, unit: "µs" },
      { what: "the bare spawn and wait in the same container", measured: bareUs, unit: "µs" },
      { what: "over the bare loop", measured: overBare, unit: "×", goal: { most: 1.3 } },
      { what: "one docker exec", measured: execUs, unit: "µs" },
      { what: "docker exec over ours", measured: execOverOurs, unit: "×", goal: { least: 25 } },
      { what: "one container", measured: containerUs, unit: "µs" },
      { what: "one container over ours", measured: containerOverOurs, unit: "×", goal: { least: 100 } },
    ];
  },
  compile: async ({ rounds }) => {
    const { withHeaderMs, withoutHeaderMs, withoutOverWith, cacheHitMs } = await measureCompile(rounds);
    return [
      { what: "compile, precompiled header", measured: withHeaderMs, unit: "ms" },
      { what: "compile, none", measured: withoutHeaderMs, unit: "ms" },
      { what: "none over precompiled", measured: withoutOverWith, unit: "×", goal: { least: 3 } },
      { what: "cache hit", measured: cacheHitMs, unit: "ms" },
    ];
  },
  pool: async ({ pool, rounds }) => {
    const times = await measurePool(pool, Math.min(3, rounds));
    return [
      { what: `${times.candidates} candidates × 20 testcases, one slot`, measured: times.perSecondOneSlot, unit: "/s" },
      {
        what: `${times.candidates} candidates × 20 testcases, two slots`,
        measured: times.perSecondTwoSlots,
        unit: "/s",
      },
      { what: "two slots over one", measured: times.twoOverOne, unit: "×", goal: { least: 1.7 } },
    ];
  },
  memory: async ({ memory }) => {
    const few = await measurePoolMemory(memory);
    const many = await measurePoolMemory(memory * 10);
    return [
      { what: `Node's peak, ${few.candidates} candidates × 20 testcases`, measured: few.peakMib, unit: "MiB" },
      {
        what: `Node's peak, ${many.candidates} candidates × 20 testcases`,
        measured: many.peakMib,
        unit: "MiB",
        goal: { most: 300 },
      },
      {
        what: "ten times as many over the fewer",
        measured: many.peakMib / few.peakMib,
        unit: "×",
        goal: { most: 1.2 },
      },
    ];
  },
  data: async ({ rounds }) => {
    const data = await measureData(Math.min(3, rounds));
    return [
      { what: "64 MiB of input, sent and read", measured: data.firstInputMibPerSecond, unit: "MiB/s" },
      { what: "64 MiB of input, there already", measured: data.storedInputMibPerSecond, unit: "MiB/s" },
      { what: "64 MiB of output", measured: data.outputMibPerSecond, unit: "MiB/s" },
      { what: "growth of Node's peak over it", measured: data.nodeGrewMib, unit: "MiB" },
    ];
  },
  comparison: async ({ rounds }) => {
    const chunks = await measureComparison(Math.min(3, rounds), "chunks");
    const joined = await measureComparison(Math.min(3, rounds), "joined");
    return [
      { what: "64 MiB of integers compared as they come", measured: chunks.seconds, unit: "s" },
      { what: "growth of Node's peak over it", measured: chunks.grewMib, unit: "MiB", goal: { most: 64 } },
      { what: "64 MiB of integers compared in one piece", measured: joined.seconds, unit: "s" },
      { what: "growth of Node's peak over it", measured: joined.grewMib, unit: "MiB" },
    ];
  },
  interaction: async ({ rounds }) => {
    const { roundTripUs, roundTripWithTranscriptUs } = await measureInteraction(Math.min(3, rounds));
    return [
      { what: "ping-pong, 100,000 rounds, joined directly", measured: roundTripUs, unit: "µs" },
      { what: "ping-pong, 100,000 rounds, with a transcript", measured: roundTripWithTranscriptUs, unit: "µs" },
    ];
  },
  repeat: async ({ repeat, rounds }) => {
    const found = await measureRepeatability(repeat, rounds);
    return [
      {
        what: `${found.submissions} submissions ${found.rounds} times: borderline ones`,
        measured: found.borderline,
        unit: "",
      },
      { what: "others whose verdicts differ", measured: found.differing, unit: "", goal: { most: 0 } },
      { what: "borderline ones whose verdicts differ", measured: found.differingBorderline, unit: "" },
    ];
  },
  model: async ({ model }) => {
    const few = await measureModelMemory(model / 10, "chat");
    const many = await measureModelMemory(model, "chat");
    const batch = await measureModelMemory(model, "batch");
    return [
      { what: `Node's peak, ${model / 10} streamed answers of 8 kB`, measured: few.peakMib, unit: "MiB" },
      { what: `Node's peak, ${model} of them`, measured: many.peakMib, unit: "MiB", goal: { most: 400 } },
      { what: "time on a core for each", measured: many.cpuMsPerAnswer, unit: "ms", goal: { most: 10 } },
      { what: `Node's peak, a batch of ${model}`, measured: batch.peakMib, unit: "MiB", goal: { most: 400 } },
      { what: "time on a core for each", measured: batch.cpuMsPerAnswer, unit: "ms" },
    ];
  },
  selection: async ({ candidates }) => {
    const measured = await measureSelection(candidates);
    const rows = measured.map(({ strategy, cpuSeconds }): Row => {
      const what = `50 of ${candidates}, 256 outputs: ${strategy}`;
      return { what, measured: cpuSeconds, unit: "s CPU", goal: { most: 2 } };
    });
    const peak = Math.max(...measured.map(({ peakMib }) => peakMib));
    return [...rows, { what: "Node's peak, the highest of them", measured: peak, unit: "MiB", goal: { most: 500 } }];
  },
  solver: async ({ model }) => {
    const { peakMib, cpuMsPerCandidate } = await measureSolverMemory(model);
    return [
      { what: `Node's peak, a pool of ${model} programs of 8 kB`, measured: peakMib, unit: "MiB", goal: { most: 400 } },
      { what: "time on a core for each", measured: cpuMsPerCandidate, unit: "ms", goal: { most: 10 } },
    ];
  },
  html: async ({ candidates }) => {
    const { mib, writeSeconds, openSeconds, filterSeconds, candidateSeconds } = await measureHtml(candidates);
    const what = `HTML report of ${candidates} candidates × 100 testcases`;
    return [
      { what: `${what}: size`, measured: mib, unit: "MiB", goal: { most: 28.6 } },
      { what: "made and written", measured: writeSeconds, unit: "s" },
      { what: "opened from disk", measured: openSeconds, unit: "s", goal: { most: 5 } },
      { what: "candidates filtered", measured: filterSeconds, unit: "s", goal: { most: 0.5 } },
      { what: "a candidate opened", measured: candidateSeconds, unit: "s", goal: { most: 1 } },
    ];
  },
  "what-ifs": async () => {
    const { whatIfs, seconds } = measureWhatIfs();
    const what = `${whatIfs} what-ifs, 6 problems × 1000 candidates`;
    return [{ what, measured: seconds, unit: "s", goal: { most: 60 } }];
  },
  "open-run": async ({ candidates }) => {
    const { mib, seconds, cpuSeconds, reportSeconds } = measureOpenRun(candidates);
    const what = `a log of ${candidates} candidates × 300 testcases`;
    return [
      { what: `${what}: size`, measured: mib, unit: "MiB" },
      { what: "read, its chain checked, folded", measured: seconds, unit: "s", goal: { most: 2 } },
      { what: "time on a core for it", measured: cpuSeconds, unit: "s CPU" },
      { what: "its report, from the command line", measured: reportSeconds, unit: "s" },
    ];
  },
} satisfies Record<Part, (sizes: Sizes) => Promise<readonly Row[]>>;

const whole = (text: string) => Number.parseInt(text, 10);

const options = new Command("bench")
  .description("measures the judge on this machine: medians over several rounds, all in one run")
  .addOption(
    new Option("--only <part...>", `some parts alone; ${PUBLIC_PARTS.join(", ")} need --data`).choices([
      ...PARTS,
      ...PUBLIC_PARTS,
    ]),
  )
  .addOption(new Option("--rounds <n>", "rounds of each measurement").argParser(whole).default(5))
  .addOption(new Option("--pool <n>", "candidates compiled and judged").argParser(whole).default(40))
  .addOption(
    new Option("--memory <n>", "candidates for Node's memory; then ten times as many").argParser(whole).default(200),
  )
  .addOption(new Option("--repeat <n>", "submissions judged again and again").argParser(whole).default(300))
  .addOption(new Option("--model <n>", "answers of a model").argParser(whole).default(10_000))
  .addOption(new Option("--candidates <n>", "candidates to select from").argParser(whole).default(10_000))
  .addOption(new Option("--simulations <n>", "contestants of each rating").argParser(whole).default(100))
  .option("--data <folder>", "real results: codeforces-rounds/, codeforces-rating-distribution.csv, ioi-results/")
  .option("--json <file>", "also write the figures there")
  .parse()
  .opts<Sizes & { only?: (Part | PublicPart)[]; simulations: number; data?: string; json?: string }>();

const measured: Row[] = [];
console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.versions.node}\n`);
for (const part of options.only ?? PARTS) {
  const rows = isPublic(part) ? measurePublic(part) : await MEASURE[part](options);
  for (const row of rows) console.log(lineOf(row));
  measured.push(...rows);
}
if (options.json)
  writeFileSync(
    options.json,
    `${JSON.stringify({ node: process.versions.node, cores: cpus().length, rows: measured }, null, 2)}\n`,
  );

function isPublic(part: Part | PublicPart): part is PublicPart {
  return PUBLIC_PARTS.some((name) => name === part);
}

function measurePublic(part: PublicPart): readonly Row[] {
  const { data, simulations } = options;
  if (data === undefined) throw new Error(`--only ${part} needs --data, a folder with real results`);
  return MEASURE_PUBLIC[part](data, simulations);
}

function lineOf({ what, measured: value, unit, goal }: Row): string {
  const figure = `${value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0)} ${unit}`;
  if (!goal) return `${what.padEnd(52)}${figure.padStart(14)}`;
  const { least, most } = goal;
  const isMet = value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
  const bounds = [least === undefined ? [] : [`at least ${least}`], most === undefined ? [] : [`at most ${most}`]];
  const wanted = bounds.flat().join(", ");
  return `${what.padEnd(52)}${figure.padStart(14)}   ${wanted}: ${isMet ? "met" : "MISSED"}`;
}
