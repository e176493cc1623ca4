import { expect, test } from "vitest";
import type { JurySubmission } from "../../../../../src/domain/problem.ts";
import { type Changes, descriptorWith, readFixture } from "./fixture.ts";

async function submission(path: string, changes?: Changes): Promise<JurySubmission | undefined> {
  const { problem, errors } = await readFixture("polygon-checker", changes);
  expect(errors).toEqual([]);
  return problem?.submissions.find((candidate) => candidate.path === path);
}

const ALL = { name: "all tests", testcaseIds: ["01", "02", "03", "04", "05", "06", "07"] };

test("every solution is a submission in its language", async () => {
  const { problem } = await readFixture("polygon-checker");
  expect(
    problem?.submissions.map(({ path, content }) => `${path} ${"language" in content && content.language}`),
  ).toEqual([
    ...["solutions/halves.cpp cpp17", "solutions/larger-first.py python3", "solutions/one-too-many.py python3"],
    ...["solutions/words.py python3", "solutions/counts.c c17", "solutions/hoards.cpp cpp20"],
    ...["solutions/dawdles.cpp cpp17", "solutions/grows.cpp cpp17", "solutions/divides-by-zero.cpp cpp17"],
    "solutions/one-and-rest.py python3",
  ]);
});

test("the main solution and accepted ones are accepted", async () => {
  const accepted = { expected: ["AC"], expectations: [{ kind: "verdict", verdicts: ["AC"] }] };
  expect(await submission("solutions/halves.cpp")).toMatchObject(accepted);
  expect(await submission("solutions/larger-first.py")).toMatchObject(accepted);
});

test("a tag with one verdict wants it somewhere and no other failure anywhere", async () => {
  expect((await submission("solutions/counts.c"))?.expectations).toEqual([
    { kind: "permitted", where: ALL, verdicts: ["AC", "TLE"] },
    { kind: "required", where: ALL, verdicts: ["TLE"] },
  ]);
  expect((await submission("solutions/one-too-many.py"))?.expectations).toEqual([
    { kind: "permitted", where: ALL, verdicts: ["AC", "WA", "PAC"] },
    { kind: "required", where: ALL, verdicts: ["WA", "PAC"] },
  ]);
  expect((await submission("solutions/words.py"))?.expected).toEqual(["WA", "PAC"]);
});

test("too slow or right is a matter of the machine", async () => {
  expect((await submission("solutions/dawdles.cpp"))?.expectations).toEqual([
    { kind: "permitted", where: ALL, verdicts: ["AC", "TLE"] },
  ]);
});

test("a failure of any kind is meant by failed and rejected", async () => {
  expect((await submission("solutions/divides-by-zero.cpp"))?.expectations).toEqual([
    { kind: "required", where: ALL, verdicts: ["WA", "PAC", "TLE", "MLE", "OLE", "RTE"] },
  ]);
});

test("tags for groups go before that for the whole; a failure may lie in what a group depends on", async () => {
  const tagged = descriptorWith([
    '<extra-tag group="2" tag="wrong-answer"',
    '<extra-tag group="3" tag="time-limit-exceeded"',
  ]);
  expect((await submission("solutions/one-and-rest.py", tagged))?.expectations).toEqual([
    { kind: "required", where: ALL, verdicts: ["WA", "PAC", "TLE", "MLE", "OLE", "RTE"] },
    { kind: "permitted", where: { name: "group 1", testcaseIds: ["02", "03"] }, verdicts: ["AC"] },
    { kind: "permitted", where: { name: "group 3", testcaseIds: ["06", "07"] }, verdicts: ["AC", "TLE"] },
    {
      kind: "required",
      where: { name: "group 3, 1, 0", testcaseIds: ["01", "02", "03", "06", "07"] },
      verdicts: ["TLE"],
    },
  ]);
});

test("a solution that is accepted in every group is accepted as a whole", async () => {
  const accepted = descriptorWith(
    ['<solution tag="rejected">', '<solution tag="accepted">'],
    ['tag="wrong-answer" testset', 'tag="accepted" testset'],
  );
  expect((await submission("solutions/one-and-rest.py", accepted))?.expectations).toEqual([
    { kind: "verdict", verdicts: ["AC"] },
  ]);
});

test("a group that is not run may end in any way", async () => {
  const skipped = descriptorWith(['group="2" tag="wrong-answer"', 'group="2" tag="do-not-run"']);
  const expectations = (await submission("solutions/one-and-rest.py", skipped))?.expectations;
  expect(expectations?.map(({ kind }) => kind)).toEqual(["required", "permitted"]);
});

test("tags for groups must have tests", async () => {
  const { errors } = await readFixture(
    "polygon-checker",
    descriptorWith(['<extra-tag group="1"', '<extra-tag group="7"']),
  );
  expect(errors).toEqual(["problem.xml:105: extra-tag: group 7 has no tests"]);
});

test("tags for other test sets say nothing about this one", async () => {
  const changed = await submission(
    "solutions/one-and-rest.py",
    descriptorWith(['testset="tests"', 'testset="pretests"']),
  );
  expect(changed?.expectations).toHaveLength(1);
});

test("what is not judged is named", async () => {
  const { problem, warnings } = await readFixture(
    "polygon-checker",
    descriptorWith(['type="c.gcc"', 'type="pas.fpc"'], ['tag="failed"', 'tag="do-not-run"']),
  );
  expect(problem?.submissions).toHaveLength(8);
  expect(warnings).toEqual([
    "solutions/counts.c: not judged: no pas.fpc here",
    "solutions/divides-by-zero.cpp: not judged, as its tag says",
  ]);
});

test("an unknown tag, no main solution and none that is accepted are errors", async () => {
  const { errors } = await readFixture(
    "polygon-checker",
    descriptorWith(
      ['tag="main"', 'tag="best"'],
      ['right" tag="accepted"', 'right" tag="rejected"'].map((part) =>
        part.replace("right", "the larger part first"),
      ) as [string, string],
    ),
  );
  expect(errors).toEqual([
    expect.stringMatching(/^problem.xml:74: solutions\/halves.cpp: tag best is not known: expected main, accepted, /),
    "problem.xml:54: assets/solutions: 0 solutions have the tag main: expected exactly one",
    "problem.xml: assets/solutions: no accepted solution to check the judge with",
  ]);
});
