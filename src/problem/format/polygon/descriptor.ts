import { z } from "zod";
import type { PackageFindings } from "../../package-reading.ts";
import { parseXml, type XmlElement, XmlError } from "./xml.ts";

export const DESCRIPTOR_PATH = "problem.xml";

const decimal = z
  .string()
  .trim()
  .regex(/^\d{1,15}(\.\d+)?$/, "expected a number that is not negative")
  .transform(Number);
const positive = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,14}$/, "expected a whole number above 0")
  .transform(Number);
const count = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, "expected a whole number below 1,000,000")
  .transform(Number);
const flag = z.enum(["true", "false"], "expected true or false").transform((value) => value === "true");
const name = z.string("expected a name").min(1, "expected a name");
const path = z.string("expected a path").min(1, "expected a path");

/** Its attributes, and under their names its children; others are other tools' business. */
function element<A extends z.ZodRawShape, C extends z.ZodRawShape>(attributes: A, children: C) {
  return z
    .object({ line: z.number(), attributes: z.object(attributes), children: z.object(children) })
    .transform((found) => ({ line: found.line, ...found.attributes, ...found.children }));
}

/** Only attributes are read of it. */
function leaf<A extends z.ZodRawShape>(attributes: A) {
  return z
    .object({ line: z.number(), attributes: z.object(attributes) })
    .transform((found) => ({ line: found.line, ...found.attributes }));
}

/** Only children are read of it. */
function parent<C extends z.ZodRawShape>(children: C) {
  return z
    .object({ line: z.number(), children: z.object(children) })
    .transform((found) => ({ line: found.line, ...found.children }));
}

function content<T>(schema: z.ZodType<T, string>) {
  const text = z.object({ text: z.string() }).transform((found) => found.text);
  return text.pipe(schema);
}

function many<T extends z.ZodType>(schema: T, max: number) {
  return z.array(schema).max(max, `expected no more than ${max}`).default([]);
}

function optional<T extends z.ZodType>(schema: T) {
  return z
    .array(schema)
    .max(1, "expected no more than one")
    .default([])
    .transform(([first]) => first);
}

function required<T extends z.ZodType>(schema: T) {
  return z.tuple([schema], "expected exactly one").transform(([first]) => first);
}

/** `<list><item/><item/></list>` as a list of its items; an empty one where it is not there. */
function list<T extends z.ZodType>(itemName: string, schema: T, max = 1000) {
  const items = z.object({ children: z.object({ [itemName]: many(schema, max) }) });
  return optional(items.transform(({ children }) => children[itemName] ?? [])).transform((found) => found ?? []);
}

const source = leaf({ path, type: z.string().optional() });

const test = leaf({
  method: z.enum(["manual", "generated"], "expected manual or generated").optional(),
  cmd: z.string().optional(),
  "from-file": z.string().optional(),
  sample: flag.default(false),
  points: decimal.optional(),
  group: z.string().optional(),
});

const group = element(
  {
    name,
    points: decimal.optional(),
    "points-policy": z
      .enum(["complete-group", "each-test"], "expected complete-group or each-test")
      .default("each-test"),
  },
  { dependencies: list("dependency", leaf({ group: name })) },
);

const testset = element(
  { name: z.string().default("tests") },
  {
    "time-limit": required(content(positive)),
    "memory-limit": required(content(positive)),
    "test-count": optional(content(count)),
    "input-path-pattern": required(content(z.string().trim())),
    "answer-path-pattern": required(content(z.string().trim())),
    tests: list("test", test, 10_000),
    groups: list("group", group),
  },
);

const resource = element(
  { path, type: z.string().optional(), "for-types": z.string().optional() },
  {
    stages: list("stage", leaf({ name: name.toLowerCase() })),
    assets: list("asset", leaf({ name: name.toLowerCase() })),
  },
);

const solution = element(
  { tag: name },
  {
    source: required(source),
    "extra-tags": list("extra-tag", leaf({ tag: name, group: z.string().optional(), testset: z.string().optional() })),
  },
);

const descriptor = element(
  { "short-name": z.string().optional() },
  {
    names: list("name", leaf({ language: name, value: z.string() })),
    judging: required(
      element(
        {
          "input-file": z.string().default(""),
          "output-file": z.string().default(""),
          "run-count": z.string().default("1"),
          "treat-points-from-checker-as-percent": flag.default(false),
        },
        { testset: z.array(testset, "expected at least one").min(1, "expected at least one") },
      ),
    ),
    files: optional(
      parent({
        resources: list("file", resource),
        executables: list("executable", parent({ source: many(source, 100) })),
      }),
    ),
    assets: required(
      parent({
        checker: optional(
          element(
            { name: z.string().optional(), type: z.string().default("testlib") },
            { source: optional(source), copy: optional(source) },
          ),
        ),
        interactor: optional(parent({ source: required(source) })),
        validators: list("validator", parent({ source: required(source) })),
        solutions: list("solution", solution),
        scorer: optional(z.object({ line: z.number() })),
      }),
    ),
    tags: list("tag", leaf({ value: z.string().default("") })),
  },
);

export type Descriptor = z.infer<typeof descriptor>;
export type Testset = z.infer<typeof testset>;
export type TestEntry = z.infer<typeof test>;
export type GroupEntry = z.infer<typeof group>;
export type ResourceEntry = z.infer<typeof resource>;
export type SolutionEntry = z.infer<typeof solution>;
export type SourceEntry = z.infer<typeof source>;

/** Reads `problem.xml`; undefined with errors in the findings when it is none. */
export function parseDescriptor(xml: string, { errors }: PackageFindings): Descriptor | undefined {
  let root: XmlElement;
  try {
    root = parseXml(xml, "problem");
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    errors.push(`${at(error)}: ${error.message}`);
    return undefined;
  }
  const parsed = descriptor.safeParse(root);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) errors.push(describeIssue(root, issue.path, issue.message));
  return undefined;
}

/** How errors name a place in the descriptor. */
export function at(place: { readonly line: number }): string {
  return `${DESCRIPTOR_PATH}:${place.line}`;
}

/** The steps of a path lead through `children` and `attributes`; the line is that of the innermost element. */
function describeIssue(root: XmlElement, path: readonly PropertyKey[], message: string): string {
  let here: unknown = root;
  let { line } = root;
  let place = "";
  for (const step of path) {
    here = Object(here)[step];
    const innermost: unknown = Object(here).line;
    if (typeof innermost === "number") line = innermost;
    if (typeof step === "number") place += step > 0 ? `[${step + 1}]` : "";
    else if (step !== "children" && step !== "attributes" && step !== "text") place += `${place && "/"}${String(step)}`;
  }
  return `${at({ line })}: ${place || "problem"}: ${message}`;
}
