import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readText } from "./or-finding.ts";

const DOMJUDGE_INI = "domjudge-problem.ini";

export interface DomjudgeSettings {
  readonly timeLimitSeconds?: number;
  readonly name?: string;
  readonly comparisonArgs?: string;
}

/** Programs of DOMjudge's own data base: what they decide cannot be known here. */
const PROGRAMS_ELSEWHERE = ["special_run", "special_compare"];

export async function readDomjudgeIni(files: PackageFiles, findings: PackageFindings): Promise<DomjudgeSettings> {
  if (!files.has(DOMJUDGE_INI)) return {};
  const values = parseIni((await readText(files, DOMJUDGE_INI, findings)) ?? "", findings);
  for (const key of PROGRAMS_ELSEWHERE)
    if (values.get(key))
      findings.errors.push(
        `${DOMJUDGE_INI}: ${key}: the package does not hold this program: put it into output_validators/`,
      );
  const limit = values.get("timelimit");
  const timeLimitSeconds = limit === undefined ? undefined : parseSeconds(limit);
  if (limit !== undefined && timeLimitSeconds === undefined)
    findings.errors.push(`${DOMJUDGE_INI}: timelimit: expected a number of seconds, got "${limit}"`);
  const name = values.get("name");
  const comparisonArgs = values.get("special_compare_args");
  return {
    ...(timeLimitSeconds !== undefined && { timeLimitSeconds }),
    ...(name && { name }),
    ...(comparisonArgs && { comparisonArgs }),
  };
}

/** A number or a fraction such as `5/2`; undefined where it is none above 0. */
export function parseSeconds(text: string): number | undefined {
  const match = /^(\d+(?:\.\d*)?|\.\d+)(?:\s*\/\s*(\d+(?:\.\d*)?))?$/.exec(text);
  if (!match) return undefined;
  const seconds = Number(match[1]) / Number(match[2] ?? 1);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

function parseIni(text: string, { errors }: PackageFindings): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith(";") || trimmed.startsWith("#") || trimmed.startsWith("[")) continue;
    const match = /^([\w-]+)\s*=\s*(.*)$/.exec(trimmed);
    if (!match?.[1]) errors.push(`${DOMJUDGE_INI}: line ${index + 1}: expected key=value`);
    else values.set(match[1], unquoted(match[2] ?? ""));
  }
  return values;
}

function unquoted(value: string): string {
  const match = /^(["'])(.*)\1$/.exec(value);
  return match?.[2] ?? value;
}
