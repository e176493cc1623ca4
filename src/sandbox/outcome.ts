import { constants } from "node:os";
import type { RunLimits, RunReport, User } from "./sandbox.ts";
import { SandboxFailure } from "./sandbox-failure.ts";

const KILLED_FOR = ["none", "cpu", "wall", "output", "cancel"] as const;

/** What the runner says of a run's programs, each read against the limits that it had. */
export function factsOf(keys: ReadonlyMap<string, string>, programs: readonly ProgramLimits[]): ProgramFacts[] {
  const rssBytes = programs.map((_, program) => numberOf(keys, `${program}.max_rss_kib`) * 1024);
  const sum = rssBytes.reduce((total, bytes) => total + bytes, 0);
  // What a program holds outside its own size shows in the container's alone, which all of them share.
  const hiddenBytes = Math.max(0, numberOf(keys, "peak_container_bytes") - sum);
  return programs.map((limits, program) => {
    const isSuspect = limits.user === "candidate" || programs.length === 1;
    const peakMemoryBytes = (rssBytes[program] ?? 0) + (isSuspect ? hiddenBytes : 0);
    return programFacts(keys, { program, isSuspect, peakMemoryBytes }, limits);
  });
}

interface ProgramLimits extends Pick<RunLimits, "cpuMs" | "memoryBytes"> {
  readonly user: User;
}
type ProgramFacts = Omit<RunReport, "stderr">;

interface ProgramMemory {
  readonly program: number;
  /** Whether it may be what used up memory, when that cannot be told: a candidate, or whoever is alone. */
  readonly isSuspect: boolean;
  readonly peakMemoryBytes: number;
}

function programFacts(
  keys: ReadonlyMap<string, string>,
  { program, isSuspect, peakMemoryBytes }: ProgramMemory,
  limits: ProgramLimits,
): ProgramFacts {
  const own = (key: string) => numberOf(keys, `${program}.${key}`);
  const errno = own("exec_errno");
  if (errno !== 0) throw new SandboxFailure(`the program could not be started: ${errnoName(errno)}`);
  const facts = { cpuMs: own("cpu_us") / 1000, wallMs: own("wall_us") / 1000, peakMemoryBytes };
  const isOutOfMemory = peakMemoryBytes > limits.memoryBytes || (isSuspect && numberOf(keys, "oom_kills") > 0);
  const end = { program, exitCode: own("exit_code"), signal: own("signal"), isOutOfMemory };
  return {
    outcome: outcomeOf(keys, { ...facts, ...end }, limits),
    ...facts,
    stdoutBytes: own("stdout_bytes"),
    stderrBytes: own("stderr_bytes"),
  };
}

/** By hand, as it stands on the path of every testcase; what is missing or no number is our failure. */
export function numberOf(keys: ReadonlyMap<string, string>, key: string): number {
  const text = keys.get(key) ?? "";
  if (!/^-?\d{1,16}$/.test(text)) throw new SandboxFailure(`the runner's report has ${key}:${text}, expected a number`);
  return Number(text);
}

interface EndOfProgram {
  readonly program: number;
  readonly cpuMs: number;
  readonly isOutOfMemory: boolean;
  readonly exitCode: number;
  readonly signal: number;
}

/** Output before memory before time before the way it ended: a program that hit several limits is told the first. */
function outcomeOf(keys: ReadonlyMap<string, string>, end: EndOfProgram, limits: ProgramLimits): RunReport["outcome"] {
  const killedFor = KILLED_FOR.find((reason) => reason === keys.get("killed_for"));
  if (!killedFor) throw new SandboxFailure(`the runner's report has killed_for:${keys.get("killed_for")}`);
  const gaveTheReason = numberOf(keys, "killed_process") === end.program;
  if (killedFor === "cancel") return { kind: "cancelled" };
  if (killedFor === "output" && gaveTheReason) return { kind: "limit", limit: "output" };
  if (end.isOutOfMemory) return { kind: "limit", limit: "memory" };
  if ((killedFor === "cpu" && gaveTheReason) || end.cpuMs > limits.cpuMs) return { kind: "limit", limit: "cpu" };
  if (killedFor === "wall" && end.signal === constants.signals.SIGKILL) return { kind: "limit", limit: "wall" };
  if (end.signal !== 0) return { kind: "signalled", signal: signalName(end.signal) };
  return { kind: "exited", exitCode: end.exitCode };
}

function signalName(number: number): string {
  const found = Object.entries(constants.signals).find(([, value]) => value === number);
  return found ? found[0] : `signal ${number}`;
}

function errnoName(number: number): string {
  const found = Object.entries(constants.errno).find(([, value]) => value === number);
  return found ? found[0] : `errno ${number}`;
}
