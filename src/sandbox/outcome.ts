import { constants } from "node:os";
import { z } from "zod";
import type { RunLimits, RunReport } from "./sandbox.ts";
import { SandboxFailure } from "./sandbox-failure.ts";

export type RunOutcome =
  | { readonly kind: "exited"; readonly exitCode: number }
  | { readonly kind: "signalled"; readonly signal: string }
  | { readonly kind: "limit"; readonly limit: "cpu" | "wall" | "memory" | "output" }
  | { readonly kind: "cancelled" };

const facts = z.object({
  killed_for: z.enum(["none", "cpu", "wall", "output", "cancel"]),
  oom_kills: z.coerce.number().int(),
  container_cpu_us: z.coerce.number().int(),
  extra_processes: z.coerce.number().int(),
  exit_code: z.coerce.number().int(),
  signal: z.coerce.number().int(),
  cpu_us: z.coerce.number().int(),
  wall_us: z.coerce.number().int(),
  max_rss_kib: z.coerce.number().int(),
  stdout_bytes: z.coerce.number().int(),
  stderr_bytes: z.coerce.number().int(),
  exec_errno: z.coerce.number().int(),
});

/** The runner's report, read against the limits that the run had. */
export function reportOf(keys: ReadonlyMap<string, string>, limits: RunLimits, stderr: string): RunReport {
  const parsed = facts.safeParse(Object.fromEntries(keys));
  if (!parsed.success)
    throw new SandboxFailure(`the runner's report is not understood: ${z.prettifyError(parsed.error)}`);
  const fact = parsed.data;
  if (fact.exec_errno !== 0)
    throw new SandboxFailure(`the program could not be started: ${errnoName(fact.exec_errno)}`);
  return {
    outcome: outcomeOf(fact, limits),
    cpuMs: fact.cpu_us / 1000,
    wallMs: fact.wall_us / 1000,
    peakMemoryBytes: fact.max_rss_kib * 1024,
    stdoutBytes: fact.stdout_bytes,
    stderrBytes: fact.stderr_bytes,
    stderr,
  };
}

/** Output before memory before time before the way it ended: a program that hit several limits is told the first. */
function outcomeOf(fact: z.infer<typeof facts>, limits: RunLimits): RunOutcome {
  if (fact.killed_for === "cancel") return { kind: "cancelled" };
  if (fact.killed_for === "output") return { kind: "limit", limit: "output" };
  if (fact.oom_kills > 0 || fact.max_rss_kib * 1024 > limits.memoryBytes) return { kind: "limit", limit: "memory" };
  if (fact.killed_for === "cpu" || fact.cpu_us > limits.cpuMs * 1000) return { kind: "limit", limit: "cpu" };
  if (fact.killed_for === "wall") return { kind: "limit", limit: "wall" };
  if (fact.signal !== 0) return { kind: "signalled", signal: signalName(fact.signal) };
  return { kind: "exited", exitCode: fact.exit_code };
}

function signalName(number: number): string {
  const found = Object.entries(constants.signals).find(([, value]) => value === number);
  return found ? found[0] : `signal ${number}`;
}

function errnoName(number: number): string {
  const found = Object.entries(constants.errno).find(([, value]) => value === number);
  return found ? found[0] : `errno ${number}`;
}
