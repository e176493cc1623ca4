import { basename, extname } from "node:path/posix";
import { languageOfFile } from "../../../domain/language.ts";
import type { PackageProgram } from "../../../domain/program.ts";
import type { Checker, CheckerProtocol } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readProgram } from "../../read-program.ts";
import { filesIn, headersIn } from "./folder.ts";
import { orReported } from "./or-reported.ts";

export interface CheckerDeclaration {
  /** Whether there is one; undefined where it follows from there being one. */
  readonly hasChecker: boolean | undefined;
  /** Where the package itself says it. */
  readonly protocol: CheckerProtocol | undefined;
}

/** White space separates and does not matter otherwise, as in CMS's white diff. */
const TOKENS: Checker = {
  kind: "default",
  comparison: {
    caseSensitive: true,
    spaceSensitive: false,
    absoluteTolerance: undefined,
    relativeTolerance: undefined,
  },
};

/** Reads `checker/checker.<ending>`; without one, outputs are compared by their tokens. */
export async function readChecker(
  files: PackageFiles,
  declaration: CheckerDeclaration,
  findings: PackageFindings,
): Promise<Checker | undefined> {
  const found = filesIn(files, "checker").filter(
    (path) => basename(path, extname(path)) === "checker" && languageOfFile(path),
  );
  const problem = mistakeIn(declaration, found, files);
  const isLeftOut = declaration.hasChecker === false;
  if (isLeftOut)
    for (const path of found)
      findings.warnings.push(`${path}: not run: problem.json says that outputs are compared without a checker`);
  const [path] = isLeftOut ? [] : found;
  if (problem) findings.errors.push(problem);
  if (problem || !path) return problem ? undefined : TOKENS;
  const place = { path, beside: headersIn(files, "checker") };
  const program = await orReported(findings, () => readProgram(files, place, findings));
  if (!program) return undefined;
  return { kind: "program", protocol: declaration.protocol ?? protocolOf(program), program };
}

function mistakeIn(
  { hasChecker }: CheckerDeclaration,
  found: readonly string[],
  files: PackageFiles,
): string | undefined {
  if (hasChecker === false) return undefined;
  if (found.length > 1) return `checker/: several checkers (${found.join(", ")}), expected one`;
  if (found.length === 0 && hasChecker) return "checker/checker.cpp: missing: problem.json says that a checker decides";
  if (found.length === 0 && filesIn(files, "checker").some((path) => languageOfFile(path)))
    return "checker/checker.cpp: missing, though there are other programs in checker/";
  return undefined;
}

/** An ordinary testlib.h ends with the exit code of the result, whatever it is linked into. */
const ORDINARY = [
  /\bresultExitCode\s*\(\s*TResult\s+r\s*\)\s*\{\s*if\s*\(\s*r\s*==\s*_ok\s*\)\s*return\s+OK_EXIT_CODE\s*;/,
  /\bhalt\s*\(\s*resultExitCode\s*\(/,
];

/**
 * Checkers of these formats speak CMS's protocol, whatever they are written with, unless the testlib.h beside one is an
 * ordinary one (that in CMS's own repository is, without `#define CMS`). In doubt it is CMS's: an ordinary checker then fails
 * for want of a score, while the other way round a checker that always ends with 0 would accept everything.
 */
function protocolOf({ source, others = [] }: PackageProgram): CheckerProtocol {
  const testlib = others.find(({ name }) => name === "testlib.h");
  if (!testlib || !/^\s*#\s*include\s*["<]testlib\.h[">]/m.test(source)) return "cms";
  const text = Buffer.from(testlib.content).toString("latin1");
  const isConditional = /^\s*#\s*if(def\s+|\s+defined\s*\(?\s*)CMS\b/m.test(text);
  const translates = text.includes('"translate:') && (!isConditional || /^\s*#\s*define\s+CMS\b/m.test(source));
  const failsWith0 = /^\s*#\s*define\s+WA_EXIT_CODE\s+0\s*$/m.test(text);
  return !translates && !failsWith0 && ORDINARY.every((part) => part.test(text)) ? "testlib" : "cms";
}
