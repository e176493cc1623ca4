import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readIcpcPackage } from "../../../../../src/problem/format/icpc/read-icpc.ts";
import { PackageFiles } from "../../../../../src/problem/package-files.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";

const GROUPS = fileURLToPath(new URL("../../../../fixtures/problems/icpc-groups", import.meta.url));
const VERSIONS = ["legacy", "2023-07", "2025-09"];

/** Values of the right kind, of others, and of none. */
const value = fc.oneof(
  fc.constantFrom(
    "scoring",
    "pass-fail",
    "interactive",
    "custom score",
    "min",
    "sum",
    "unbounded",
    "sample",
    "secret/1-best",
  ),
  fc.constantFrom("0 100", "inf -inf", "ignore_sample avg", "break", "continue", "custom", "AC", "lower", "{{n}}"),
  fc.constantFrom<unknown>(
    ["AC"],
    ["TLE", "RTE"],
    [0, 10],
    ["partial"],
    { permitted: ["WA"] },
    { value: 5 },
    null,
    true,
  ),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }),
);

function yamlOf(keys: readonly string[]) {
  return fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 5 });
}

const problemYaml = fc.record({
  head: fc.constantFrom(...VERSIONS),
  rest: yamlOf([
    "name",
    "type",
    "limits",
    "validation",
    "validator_flags",
    "grading",
    "constants",
    "languages",
    "other",
  ]),
});
const groupYaml = yamlOf([
  ...["max_score", "score_aggregation", "require_pass", "args", "input_validator_args", "output_validator_args"],
  ...[
    "on_reject",
    "grading",
    "grader_flags",
    "range",
    "accept_score",
    "output_validator_flags",
    "input_validator_flags",
  ],
]);
const submissionsYaml = yamlOf([
  "accepted",
  "wrong_answer/*",
  "{partial,rejected}/*",
  "{",
  "**",
  "accepted/largest.py",
]);

test("whatever the YAML files of a package say, it is read or refused with the file named", async () => {
  const folder = join(temporaryFolder(), "package");
  cpSync(GROUPS, folder, { recursive: true });
  const write = (path: string, data: unknown) => writeFileSync(join(folder, path), JSON.stringify(data));
  await fc.assert(
    fc.asyncProperty(problemYaml, groupYaml, submissionsYaml, async ({ head, rest }, group, submissions) => {
      write("problem.yaml", { problem_format_version: head, name: "x", ...rest });
      write("data/secret/test_group.yaml", group);
      write("data/secret/2-sum/test_group.yaml", group);
      write("data/secret/testdata.yaml", head === "legacy" ? group : {});
      write("submissions/submissions.yaml", submissions);
      const { problem, errors } = await readIcpcPackage(await PackageFiles.list(folder));
      expect(problem === undefined).toBe(errors.length > 0);
      expect(errors.filter((error) => !/^[\w./-]+\/?: /.test(error))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
