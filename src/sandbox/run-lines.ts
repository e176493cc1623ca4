import { JudgeError } from "../domain/errors.ts";
import { inputName } from "./input-store.ts";
import type { HeadLine } from "./protocol.ts";
import type { DirectedPipeEnd, InteractionRequest, Participant, RunInput, RunRequest, User } from "./sandbox.ts";

/** A slot's users: its candidates from the first on, and the judge's programs' as the last. */
export const USERS_PER_SLOT = 16;

const STDERR_KEEP_BYTES = 16 * 1024;

/** What a request to the runner says of a run; `sandbox/README.md` lists the keys. */
export function runLines(id: number, firstUid: number, request: RunRequest): HeadLine[] {
  const { limits, workingFolder, allowsProcesses } = request;
  const uid = request.user === "judge" ? judgeUid(firstUid) : firstUid;
  return [
    ...commonLines(id, { ...limits, workingFolder, allowsProcesses }),
    ...programLines({ ...request, cpuMs: limits.cpuMs }, uid),
    ["stdout", "capture"],
  ];
}

export function interactionLines(id: number, firstUid: number, request: InteractionRequest): HeadLine[] {
  const lines = commonLines(id, { ...request, workingFolder: "box", allowsProcesses: false });
  lines.push(["transcript_keep_bytes", request.transcriptBytes]);
  let candidates = 0;
  for (const participant of request.participants) {
    const uid = participant.user === "judge" ? judgeUid(firstUid) : firstUid + candidates++;
    const { stdout, inherits = [], opens = [] } = participant;
    lines.push(...programLines(participant, uid));
    lines.push(["stdout", stdout.kind === "pipe" ? `pipe:${stdout.pipe}` : "capture"]);
    lines.push(...inherits.map((end) => ["inherit", endOf(end)] as const));
    lines.push(...opens.map((end) => ["open", endOf(end)] as const));
  }
  if (candidates >= USERS_PER_SLOT) {
    throw new JudgeError(`${candidates} candidates at a time: the sandbox has users for ${USERS_PER_SLOT - 1}`);
  }
  return lines;
}

export function judgeUid(firstUid: number): number {
  return firstUid + USERS_PER_SLOT - 1;
}

interface CommonLimits extends Pick<RunRequest, "workingFolder" | "allowsProcesses"> {
  readonly wallMs: number;
  readonly outputBytes: number;
  readonly stackBytes: number;
  readonly fileBytes: number;
}

function commonLines(id: number, request: CommonLimits): HeadLine[] {
  return [
    ["op", "run"],
    ["id", id],
    ["cwd", `/w/${request.workingFolder}`],
    ["wall_limit_ms", Math.ceil(request.wallMs)],
    ["stdout_limit_bytes", request.outputBytes],
    ["stderr_limit_bytes", request.outputBytes],
    ["stderr_keep_bytes", STDERR_KEEP_BYTES],
    ["stack_limit_bytes", request.stackBytes],
    ["file_limit_bytes", request.fileBytes],
    ["allows_processes", request.allowsProcesses ? 1 : 0],
  ];
}

function programLines({ argv, env, cpuMs, stdin }: ProgramStart, uid: number): HeadLine[] {
  return [
    ["process", ""],
    ["uid", uid],
    ["cpu_limit_ms", Math.ceil(cpuMs)],
    ...argv.map((arg) => ["arg", arg] as const),
    ...Object.entries(env).map(([key, value]) => ["env", `${key}=${value}`] as const),
    ["stdin", inputOf(stdin)],
  ];
}

type ProgramStart = Pick<Participant, "argv" | "env" | "cpuMs" | "stdin"> & { readonly user?: User };

function inputOf(stdin: RunInput | Participant["stdin"]): string {
  switch (stdin.kind) {
    case "empty":
      return "empty";
    case "file":
      return inputName(stdin.file);
    case "put":
      return stdin.name;
    case "pipe":
      return `pipe:${stdin.pipe}`;
  }
}

function endOf({ pipe, direction }: DirectedPipeEnd): string {
  return `${direction}:${pipe}`;
}
