import type { Expectation } from "../../../../../src/domain/expectation.ts";
import { type Changes, problemOf } from "./read-fixture.ts";

/** What is expected of one submission: kind, where, and what. */
export async function expected(name: string, path: string, changes: Changes = {}) {
  const { submissions } = await problemOf(name, changes);
  const found = submissions.find((submission) => submission.path === `submissions/${path}`);
  if (!found) throw new Error(`no submission ${path}`);
  return { ...found, expectations: found.expectations.map(shortened) };
}

function shortened(expectation: Expectation) {
  switch (expectation.kind) {
    case "verdict":
      return ["verdict", expectation.verdicts.join(" ")];
    case "permitted":
    case "required":
      return [expectation.kind, expectation.where.name, expectation.verdicts.join(" ")];
    case "score":
      return ["score", expectation.subtaskId, expectation.atLeast, expectation.atMost];
    case "message":
      return ["message", expectation.where.name, expectation.text];
  }
}
