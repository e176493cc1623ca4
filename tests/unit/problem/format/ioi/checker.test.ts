import { expect, test } from "vitest";
import { readChecker } from "../../../../../src/problem/format/ioi/checker.ts";
import { readIoiPackage } from "../../../../../src/problem/format/ioi/read-ioi.ts";
import { type Changes, changedFixture, problemOf } from "./changed-fixture.ts";

async function protocolWith(changes: Changes, protocol?: "cms" | "testlib") {
  const files = await changedFixture("ioi-batch-grader", changes);
  const findings = { errors: [], warnings: [] };
  const checker = await readChecker(files, { hasChecker: true, protocol }, findings);
  expect(findings.errors).toEqual([]);
  return checker?.kind === "program" ? checker.protocol : undefined;
}

const INCLUDES_TESTLIB = '#include "testlib.h"\nint main() {}\n';
const ENDS_WITH_0 = "int resultExitCode(TResult r) {\n  if (testlibMode == _checker)\n    return 0; // always\n}\n";
const TRANSLATES = 'void quit() { fprintf(stderr, "translate:success\\n"); }\n';
const ORDINARY = `int resultExitCode(TResult r) {
    if (r == _ok)
        return OK_EXIT_CODE;
}
void quit(TResult result) {
    halt(resultExitCode(result));
}
`;

test.each([
  ["one without testlib.h", "int main() {}\n", undefined, "cms"],
  ["a testlib.h that ends checkers with 0", INCLUDES_TESTLIB, ENDS_WITH_0, "cms"],
  ["a testlib.h with CMS's texts", INCLUDES_TESTLIB, ORDINARY + TRANSLATES, "cms"],
  ["a testlib.h with them only on demand", INCLUDES_TESTLIB, `${ORDINARY}#ifdef CMS\n${TRANSLATES}#endif\n`, "testlib"],
  ["one that demands them", `#define CMS\n${INCLUDES_TESTLIB}`, `${ORDINARY}#ifdef CMS\n${TRANSLATES}#endif\n`, "cms"],
  ["a testlib.h whose failures end with 0", INCLUDES_TESTLIB, `#define WA_EXIT_CODE 0\n${ORDINARY}`, "cms"],
  ["a testlib.h that ends in a way unheard of", INCLUDES_TESTLIB, "void quit() { exit(0); }\n", "cms"],
  ["the ordinary testlib.h", INCLUDES_TESTLIB, ORDINARY, "testlib"],
  ["a testlib.h that it does not include", "int main() {}\n", ORDINARY, "cms"],
])("%s tells the protocol", async (_, source, testlib, protocol) => {
  expect(await protocolWith({ "checker/checker.cpp": source, "checker/testlib.h": testlib })).toBe(protocol);
});

test("the package's own word on the protocol counts", async () => {
  expect(await protocolWith({}, "testlib")).toBe("testlib");
});

test("points of a testlib checker are a share", async () => {
  const changes = { "checker/checker.cpp": INCLUDES_TESTLIB, "checker/testlib.h": ORDINARY };
  const { testcases } = problemOf(await readIoiPackage(await changedFixture("ioi-batch-grader", changes)));
  expect(testcases.every(({ maxPoints }) => maxPoints === 1)).toBe(true);
});

test("a checker that problem.json does not want is left out, as in CMS", async () => {
  const findings = { errors: [], warnings: [] };
  const files = await changedFixture("ioi-batch-grader");
  const checker = await readChecker(files, { hasChecker: false, protocol: undefined }, findings);
  expect(checker).toMatchObject({ kind: "default", comparison: { spaceSensitive: false } });
  expect(findings).toEqual({
    errors: [],
    warnings: ["checker/checker.cpp: not run: problem.json says that outputs are compared without a checker"],
  });
});

test.each<[boolean | undefined, Changes, string]>([
  [true, { checker: undefined }, "checker/checker.cpp: missing: problem.json says that a checker decides"],
  [
    undefined,
    { "checker/checker.py": "" },
    "checker/: several checkers (checker/checker.cpp, checker/checker.py), expected one",
  ],
  [
    undefined,
    { "checker/checker.cpp": undefined, "checker/check.cpp": "" },
    "checker/checker.cpp: missing, though there are other programs in checker/",
  ],
])("a contradiction about the checker (%j, %j) is refused", async (hasChecker, changes, error) => {
  const findings = { errors: [], warnings: [] };
  const files = await changedFixture("ioi-batch-grader", changes);
  expect(await readChecker(files, { hasChecker, protocol: undefined }, findings)).toBeUndefined();
  expect(findings.errors).toEqual([error]);
});
