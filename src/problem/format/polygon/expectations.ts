import type { Expectation, ExpectedVerdict, Where } from "../../../domain/expectation.ts";
import type { JurySubmission } from "../../../domain/problem.ts";
import type { Subtask } from "../../../domain/scoring-rule.ts";
import { at, type SolutionEntry } from "./descriptor.ts";
import type { PolygonPackage } from "./polygon-package.ts";
import { dependenciesOf, type NumberedTest } from "./scoring.ts";

/** What a tag says of the tests that it is for: no other verdicts, and one of these at least once. */
interface Tag {
  readonly permitted: readonly ExpectedVerdict[];
  readonly required: readonly ExpectedVerdict[];
}

const FAILURES: readonly ExpectedVerdict[] = ["WA", "PAC", "TLE", "MLE", "OLE", "RTE"];
const ANY: readonly ExpectedVerdict[] = ["AC", ...FAILURES];
const ACCEPTED: Tag = { permitted: ["AC"], required: [] };
const WRONG: Tag = { permitted: ["AC", "WA", "PAC"], required: ["WA", "PAC"] };
const FAILED: Tag = { permitted: ANY, required: FAILURES };
const NOT_CHECKED: Tag = { permitted: [...ANY], required: [] };
const NOT_RUN = "do-not-run";

/** An ill-formed output is a wrong answer here. */
const TAGS: ReadonlyMap<string, Tag> = new Map([
  ["main", ACCEPTED],
  ["accepted", ACCEPTED],
  ["wrong-answer", WRONG],
  ["presentation-error", WRONG],
  ["time-limit-exceeded", { permitted: ["AC", "TLE"], required: ["TLE"] }],
  ["memory-limit-exceeded", { permitted: ["AC", "MLE"], required: ["MLE"] }],
  ["time-limit-exceeded-or-accepted", { permitted: ["AC", "TLE"], required: [] }],
  ["time-limit-exceeded-or-memory-limit-exceeded", { permitted: ["AC", "TLE", "MLE"], required: ["TLE", "MLE"] }],
  ["rejected", FAILED],
  ["failed", FAILED],
  [NOT_RUN, { permitted: ANY, required: [] }],
]);

/** Some of the tests that a tag may be for. */
interface Place {
  readonly permittedIn: Where;
  /** A group is not judged once one that it depends on has failed: the failure may lie there. */
  readonly requiredIn: Where;
}

/** Made once, as many solutions name the same groups. */
export interface Places {
  readonly whole: Place;
  readonly ofGroup: ReadonlyMap<string, Place>;
  /** Where points have no maximum, none can be too few. */
  readonly tellsWrongFromRight: boolean;
}

export function placesOf(
  { testset }: PolygonPackage,
  tests: readonly NumberedTest[],
  subtasks: readonly Subtask[],
): Places {
  const all: Where = { name: "all tests", testcaseIds: tests.map(({ id }) => id) };
  const ofGroup = new Map<string, Place>();
  for (const name of new Set(tests.flatMap(({ group }) => group ?? []))) {
    const permittedIn = groupsIn(tests, [name]);
    ofGroup.set(name, { permittedIn, requiredIn: groupsIn(tests, [name, ...dependenciesOf(testset.groups, name)]) });
  }
  const tellsWrongFromRight = subtasks.every(({ maxScore }) => maxScore !== Infinity);
  return { whole: { permittedIn: all, requiredIn: all }, ofGroup, tellsWrongFromRight };
}

function groupsIn(tests: readonly NumberedTest[], groups: readonly string[]): Where {
  const names = new Set(groups);
  const own = tests.filter(({ group }) => group !== undefined && names.has(group));
  return { name: `group ${groups.join(", ")}`, testcaseIds: own.map(({ id }) => id) };
}

/** What a solution's tags say; undefined where it is not to be run, or with errors in the findings. */
export function readExpectations(
  pkg: PolygonPackage,
  solution: SolutionEntry,
  places: Places,
): Pick<JurySubmission, "expected" | "expectations"> | undefined {
  const { path } = solution.source;
  if (solution.tag === NOT_RUN) {
    pkg.findings.warnings.push(`${path}: not judged, as its tag says`);
    return undefined;
  }
  const tag = findTag(pkg, solution, path);
  const extras = readExtraTags(pkg, solution, places);
  if (!tag) return undefined;
  if (!places.tellsWrongFromRight && tag.required.includes("WA")) {
    pkg.findings.warnings.push(
      `${path}: its tag ${solution.tag} is not checked: points without a maximum are never wrong`,
    );
    return { expected: ANY, expectations: expectationsOf(NOT_CHECKED, places.whole) };
  }
  const expected = tag.required.length > 0 ? tag.required : tag.permitted;
  if (tag === ACCEPTED && extras.every((extra) => extra.tag === ACCEPTED))
    return { expected, expectations: [{ kind: "verdict", verdicts: ["AC"] }] };
  return {
    expected,
    expectations: [
      ...expectationsOf(tag, withoutThoseOf(extras, places.whole)),
      ...extras.flatMap((extra) => expectationsOf(extra.tag, extra.place)),
    ],
  };
}

interface ExtraTag {
  readonly tag: Tag;
  readonly place: Place;
}

/** Tags for a group or for the whole test set; those for other test sets say nothing here. */
function readExtraTags(pkg: PolygonPackage, solution: SolutionEntry, places: Places): ExtraTag[] {
  const extras: ExtraTag[] = [];
  for (const entry of solution["extra-tags"]) {
    const tag = findTag(pkg, entry, solution.source.path);
    if (!tag || (entry.testset !== undefined && entry.testset !== pkg.testset.name)) continue;
    const place = entry.group === undefined ? places.whole : places.ofGroup.get(entry.group);
    if (place) extras.push({ tag, place });
    else pkg.findings.errors.push(`${at(entry)}: extra-tag: group ${entry.group} has no tests`);
  }
  return extras;
}

/** Where a group has a tag of its own, that of the whole permits and forbids nothing. */
function withoutThoseOf(extras: readonly ExtraTag[], whole: Place): Place {
  if (extras.length === 0) return whole;
  const tagged = new Set(extras.flatMap(({ place }) => place.permittedIn.testcaseIds));
  const testcaseIds = whole.permittedIn.testcaseIds.filter((id) => !tagged.has(id));
  return { ...whole, permittedIn: { name: "the other tests", testcaseIds } };
}

function expectationsOf(tag: Tag, { permittedIn, requiredIn }: Place): Expectation[] {
  const expectations: Expectation[] = [];
  if (tag.permitted !== ANY && permittedIn.testcaseIds.length > 0)
    expectations.push({ kind: "permitted", where: permittedIn, verdicts: tag.permitted });
  if (tag.required.length > 0) expectations.push({ kind: "required", where: requiredIn, verdicts: tag.required });
  return expectations;
}

function findTag(
  { findings }: PolygonPackage,
  entry: { readonly line: number; readonly tag: string },
  path: string,
): Tag | undefined {
  const tag = TAGS.get(entry.tag);
  if (!tag)
    findings.errors.push(
      `${at(entry)}: ${path}: tag ${entry.tag} is not known: expected ${[...TAGS.keys()].join(", ")}`,
    );
  return tag;
}
