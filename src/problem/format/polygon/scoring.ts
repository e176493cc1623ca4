import type { Subtask } from "../../../domain/scoring-rule.ts";
import { at, type GroupEntry, type TestEntry } from "./descriptor.ts";
import type { PolygonPackage } from "./polygon-package.ts";

/** The format has no points for problems that are solved or not: solved is 100, as at the IOI. */
const PASS_FAIL_SCORE = 100;
/** Of tests that have no group, and of all where there are no points. */
const ALL = "all";

export interface NumberedTest extends Omit<TestEntry, "points"> {
  readonly id: string;
  readonly points: number;
}

export interface PolygonScoring {
  readonly subtasks: readonly Subtask[];
  /** For each test that the checker may give points: what they are out of. */
  readonly maxPoints: ReadonlyMap<string, number>;
}

/**
 * A group whose every test counts is several subtasks where its tests differ in points. Where points are in use but no
 * test has any, they are the checker's, and only their sum counts.
 */
export function readScoring(
  pkg: PolygonPackage,
  tests: readonly NumberedTest[],
  checkerGivesPoints: boolean,
): PolygonScoring {
  const isScored = tests.some(({ points }) => points > 0) || pkg.testset.groups.some(({ points = 0 }) => points > 0);
  if (isScored) return readGroupScoring(pkg, tests);
  const testcaseIds = idsOf(tests);
  const areInUse = pkg.testset.tests.some(({ points }) => points !== undefined);
  if (!areInUse || !checkerGivesPoints)
    return {
      subtasks: [{ id: ALL, maxScore: PASS_FAIL_SCORE, testcaseIds, aggregation: "all" }],
      maxPoints: new Map(),
    };
  return {
    subtasks: [{ id: ALL, maxScore: Infinity, testcaseIds, aggregation: "sum" }],
    maxPoints: new Map(testcaseIds.map((id) => [id, Infinity])),
  };
}

function readGroupScoring(pkg: PolygonPackage, tests: readonly NumberedTest[]): PolygonScoring {
  const groups = dependenciesFirst(groupsOf(pkg, tests));
  const subtasksOfGroup = new Map(groups.map((group) => [group.name, subtasksOf(pkg, group)]));
  const subtasks = groups.flatMap((group) => {
    const requires = group.dependencies.flatMap((dependency) => idsOf(subtasksOfGroup.get(dependency) ?? []));
    const own = subtasksOfGroup.get(group.name) ?? [];
    return requires.length > 0 ? own.map((subtask) => ({ ...subtask, requires })) : own;
  });
  return { subtasks, maxPoints: maxPointsOf(pkg, groups) };
}

/** As they are described, but none before one that it depends on. */
function dependenciesFirst(groups: readonly Group[]): Group[] {
  const byName = new Map(groups.map((group) => [group.name, group]));
  const ordered = new Set<Group>();
  const entered = new Set<Group>();
  const enter = (group: Group | undefined): void => {
    if (!group || entered.has(group)) return;
    entered.add(group);
    for (const dependency of group.dependencies) enter(byName.get(dependency));
    ordered.add(group);
  };
  for (const group of groups) enter(group);
  return [...ordered];
}

interface Group {
  readonly name: string;
  readonly points: number | undefined;
  readonly policy: GroupEntry["points-policy"];
  readonly dependencies: readonly string[];
  readonly tests: readonly NumberedTest[];
  readonly line: number;
}

function groupsOf(pkg: PolygonPackage, tests: readonly NumberedTest[]): Group[] {
  const testsOf = new Map<string, NumberedTest[]>();
  for (const test of tests) {
    const name = test.group ?? ALL;
    const others = testsOf.get(name);
    if (others) others.push(test);
    else testsOf.set(name, [test]);
  }
  const declared = pkg.testset.groups.map((group) => ({
    ...{ name: group.name, points: group.points, policy: group["points-policy"], line: group.line },
    dependencies: group.dependencies.map((dependency) => dependency.group),
    tests: testsOf.get(group.name) ?? [],
  }));
  const names = new Set(declared.map(({ name }) => name));
  const others = [...testsOf].filter(([name]) => !names.has(name));
  const undeclared = others.map(([name, own]) => ({
    ...{ name, points: undefined, policy: "each-test" as const, dependencies: [], tests: own },
    line: own[0]?.line ?? pkg.testset.line,
  }));
  return [...declared, ...undeclared].filter((group) => group.tests.length > 0);
}

/** Says what is wrong with the groups of the test set, whether there are points or not. */
export function checkGroups(pkg: PolygonPackage, tests: readonly NumberedTest[]): void {
  const { errors, warnings } = pkg.findings;
  const names = new Set<string>();
  for (const group of pkg.testset.groups) {
    if (names.has(group.name)) errors.push(`${at(group)}: groups/group: a second group ${group.name}`);
    names.add(group.name);
    if (!tests.some((test) => test.group === group.name))
      warnings.push(`${at(group)}: group ${group.name} has no tests`);
  }
  checkDependencies(pkg, names);
  const [test, ...others] = tests.filter(({ group }) => group !== undefined && !names.has(group));
  if (!test) return;
  if (names.size === 0)
    warnings.push(`${at(pkg.testset)}: the groups are not described: each of their tests counts by itself`);
  else
    for (const { line, group } of [test, ...others]) errors.push(`${at({ line })}: test: there is no group ${group}`);
}

function checkDependencies({ testset, findings: { errors } }: PolygonPackage, names: ReadonlySet<string>): void {
  for (const group of testset.groups) {
    for (const dependency of group.dependencies) {
      if (!names.has(dependency.group))
        errors.push(`${at(dependency)}: group ${group.name} depends on ${dependency.group}, which is no group`);
    }
    if (dependenciesOf(testset.groups, group.name).includes(group.name))
      errors.push(`${at(group)}: group ${group.name} depends on itself`);
  }
}

/** The groups that a group depends on, and those that they depend on; itself where they form a circle. */
export function dependenciesOf(groups: readonly GroupEntry[], name: string): string[] {
  const found = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const group = groups.find((candidate) => candidate.name === next);
    const others = group?.dependencies.map((dependency) => dependency.group).filter((other) => !found.has(other)) ?? [];
    for (const other of others) found.add(other);
    open.push(...others);
  }
  return [...found];
}

function subtasksOf(pkg: PolygonPackage, group: Group): Subtask[] {
  const sum = group.tests.reduce((total, { points }) => total + points, 0);
  const maxScore = group.points ?? sum;
  if (group.policy === "complete-group") {
    if (sum > 0 && !isAlike(sum, maxScore))
      pkg.findings.warnings.push(
        `${at(group)}: group ${group.name} has ${maxScore} points, its tests ${sum}: the group's count`,
      );
    return [{ id: group.name, maxScore, testcaseIds: idsOf(group.tests), aggregation: "all" }];
  }
  if (sum === 0) return [{ id: group.name, maxScore, testcaseIds: idsOf(group.tests), aggregation: "sum" }];
  if (!isAlike(sum, maxScore))
    pkg.findings.warnings.push(
      `${at(group)}: group ${group.name} has ${maxScore} points, its tests ${sum}: the tests' count`,
    );
  const values = [...new Set(group.tests.map(({ points }) => points))];
  return values.map((points) => {
    const alike = group.tests.filter((test) => test.points === points);
    const id = values.length === 1 ? group.name : `${group.name} (${points} a test)`;
    return { id, maxScore: points * alike.length, testcaseIds: idsOf(alike), aggregation: "sum" };
  });
}

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}

/** In a complete group a test without points is right or not; elsewhere it is worth nothing whatever the checker gives. */
function maxPointsOf({ descriptor }: PolygonPackage, groups: readonly Group[]): Map<string, number> {
  const isPercent = descriptor.judging["treat-points-from-checker-as-percent"];
  const entries = groups.flatMap(({ policy, points = 0, tests }) => {
    const hasOwnPoints = tests.some((test) => test.points > 0);
    return tests.flatMap((test): (readonly [string, number])[] => {
      if (isPercent) return [[test.id, 100]];
      if (policy === "complete-group") return test.points > 0 ? [[test.id, test.points]] : [];
      return [[test.id, hasOwnPoints ? test.points : points / tests.length]];
    });
  });
  return new Map(entries);
}

function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6;
}
