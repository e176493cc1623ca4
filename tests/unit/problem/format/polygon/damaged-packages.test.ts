import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPolygonPackage } from "../../../../../src/problem/format/polygon/read-polygon.ts";
import { PackageFiles } from "../../../../../src/problem/package-files.ts";
import { aFixture, descriptorWith, readFixture } from "./fixture.ts";

test("what cannot be made says what to run", async () => {
  const { errors } = await readFixture("polygon-generated", {
    ...descriptorWith(
      ['cmd="gen 10 5"', 'cmd="gen 10 5 &gt; 2"'],
      ['cmd="gen 100000 1000000000"', 'cmd="gen 1" from-file="3"'],
      ['cmd="constant 100000 -1"', 'cmd="unknown 1"'],
    ),
    "tests/01": undefined,
  });
  const doall = "run its doall.sh (or doall.bat), or take the full package";
  expect(errors).toEqual([
    `tests/01: missing (problem.xml:14), and it has no command: ${doall}`,
    `tests/02: missing (problem.xml:15), and its command (gen 10 5 > 2) does more than print it: ${doall}`,
    `tests/03: missing (problem.xml:16), and its command (gen 1) does more than print it: ${doall}`,
    "problem.xml:18: test 05: there is no generator unknown among files/executables",
  ]);
});

test("answers of an interactive problem are not made", async () => {
  const { errors } = await readFixture("polygon-interactive", { "tests/02.a": undefined });
  expect(errors).toEqual([
    "tests/02.a: missing: answers of an interactive problem are made with its interactor: run its doall.sh (or doall.bat), or take the full package",
  ]);
});

test("everything that is wrong is told, with its line", async () => {
  const { problem, errors } = await readFixture("polygon-checker", {
    ...descriptorWith(
      ["<time-limit>1000<", "<time-limit>one second<"],
      ['points="10.0"', 'points="ten"'],
      ['points-policy="complete-group"', 'points-policy="best"'],
      ['sample="true"', 'sample="yes"'],
      ["<memory-limit>134217728</memory-limit>", ""],
    ),
  });
  expect(problem).toBeUndefined();
  expect(errors).toEqual([
    "problem.xml:12: judging/testset/time-limit: expected a whole number above 0",
    "problem.xml:11: judging/testset/memory-limit: expected exactly one",
    "problem.xml:18: judging/testset/tests/test/sample: expected true or false",
    "problem.xml:23: judging/testset/tests/test[6]/points: expected a number that is not negative",
    "problem.xml:28: judging/testset/groups/group[2]/points-policy: expected complete-group or each-test",
  ]);
});

test("files that the descriptor names must be there", async () => {
  const { errors } = await readFixture("polygon-checker", {
    "files/check.cpp": undefined,
    "files/val.cpp": undefined,
    "solutions/counts.c": undefined,
  });
  expect(errors).toEqual([
    "problem.xml:56: checker: files/check.cpp is missing",
    "problem.xml:69: validator: files/val.cpp is missing",
    "problem.xml:88: solution: solutions/counts.c is missing",
  ]);
});

test("a standard checker whose source is not there is named", async () => {
  const { errors } = await readFixture("polygon-generated", { "files/check.cpp": undefined });
  expect(errors).toEqual([
    "problem.xml:42: assets/checker: files/check.cpp is missing: put testlib's checkers/wcmp.cpp there",
  ]);
});

test("what would be judged wrong is refused by name", async () => {
  const { errors } = await readFixture(
    "polygon-checker",
    descriptorWith(
      ['input-file="" output-file="" run-count="1"', 'input-file="in.txt" output-file="out.txt" run-count="2"'],
      ['<checker type="testlib">', '<scorer/><checker type="own">'],
    ),
  );
  expect(errors).toEqual([
    "problem.xml:10: judging/input-file: submissions that use the file in.txt are not run: expected stdin",
    "problem.xml:10: judging/output-file: submissions that use the file out.txt are not run: expected stdout",
    "problem.xml:10: judging/run-count: submissions that are run twice are not judged: expected 1",
    "problem.xml:55: assets/scorer: a program that gives the score is not run here",
    "problem.xml:55: assets/checker: type own is not known: expected testlib",
  ]);
});

test("an empty test suite, a wrong count and a pattern without a number are errors", async () => {
  const { errors } = await readFixture("polygon-interactive", {
    ...descriptorWith(['<test method="manual"/>', ""], ["tests/%02d.a", "tests/%02d.%02d"]),
  });
  expect(errors).toContain("problem.xml:17: testset/test-count: is 4, but 1 tests are described");
  expect(errors).toContain(
    "problem.xml:17: testset/answer-path-pattern: tests/%02d.%02d: expected one number such as tests/%02d",
  );
  const { errors: empty } = await readFixture(
    "polygon-interactive",
    descriptorWith(['<test method="manual"/>', ""], ['<test method="manual" sample="true"/>', ""]),
  );
  expect(empty).toContain("problem.xml:17: testset/tests: no tests: an empty test suite accepts everything");
});

test("a program that includes a testlib.h that nobody brought says where to put it", async () => {
  const { errors } = await readFixture("polygon-interactive", {
    "files/interactor.cpp": '#include "testlib.h"\nint main() {}\n',
  });
  expect(errors).toEqual([expect.stringContaining("files/interactor.cpp: includes testlib.h")]);
});

test("testlib for Java is refused by name", async () => {
  const { errors } = await readFixture("polygon-interactive", {
    ...descriptorWith(['"files/check.cpp" type="cpp.g++17"', '"files/Check.java" type="java8"']),
    "files/Check.java": "import ru.ifmo.testlib.*;\npublic class Check implements Checker {}\n",
  });
  expect(errors).toEqual(["files/Check.java: testlib for Java is not run here: expected a checker with testlib.h"]);
});

test("no path of the descriptor leads out of the package", async () => {
  const { errors } = await readFixture(
    "polygon-checker",
    descriptorWith(
      ['"files/val.cpp"', '"../../../../../../etc/passwd"'],
      ['"solutions/counts.c"', '"/etc/passwd"'],
      ["tests/%02d.a", "../%02d.a"],
      ['"files/numbers.h"', '"files"'],
    ),
  );
  expect(errors.slice(0, 2)).toEqual([
    "problem.xml:69: validator: ../../../../../../etc/passwd is missing",
    "problem.xml:88: solution: /etc/passwd is missing",
  ]);
});

test("a source in another encoding is read all the same, a descriptor is not", async () => {
  const latin = (text: string) => Buffer.from(text.replace("\n", "\n/* \xe9 */ "), "latin1");
  const { errors, problem } = await readFixture("polygon-checker", { "solutions/grows.cpp": latin });
  expect(errors).toEqual([]);
  expect(problem?.submissions).toHaveLength(10);
  const { errors: fatal } = await readFixture("polygon-checker", { "problem.xml": latin });
  expect(fatal).toEqual([expect.stringMatching(/^problem.xml: byte \d+: expected UTF-8/)]);
});

test("too many of anything are refused", async () => {
  const { errors } = await readFixture(
    "polygon-interactive",
    descriptorWith(['<test method="manual"/>', '<test method="manual"/>'.repeat(10_000)]),
  );
  expect(errors).toEqual(["problem.xml:23: judging/testset[2]/tests/test: expected no more than 10000"]);
});

test("a damaged descriptor gives a problem or errors, whatever the damage", async () => {
  const folder = aFixture("polygon-checker", {});
  const path = join(folder, "problem.xml");
  const whole = readFileSync(path, "utf8");
  const files = await PackageFiles.list(folder);
  const pieces = fc.constantFrom(
    "",
    "<",
    '"',
    "/>",
    "tests",
    "0",
    "-1",
    "e9",
    'group="1"',
    "<group/>",
    "%",
    "../",
    "\0",
  );
  const place = fc.nat(whole.length);
  await fc.assert(
    fc.asyncProperty(place, fc.nat(40), pieces, async (start, length, piece) => {
      writeFileSync(path, whole.slice(0, start) + piece + whole.slice(start + length));
      const { problem, errors } = await readPolygonPackage(files);
      expect(problem === undefined).toBe(errors.length > 0);
    }),
    { numRuns: 60 },
  );
});
