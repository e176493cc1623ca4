import { isMap, isScalar, parseDocument } from "yaml";
import type { NamedFile, PackageProgram } from "../../../domain/program.ts";
import type { PackageFindings } from "../../package-reading.ts";

/** Texts by `name`, `name.value` and `name.variant`. */
export type Constants = ReadonlyMap<string, string>;

const NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const SEQUENCE = /\{\{([a-zA-Z_][a-zA-Z0-9_]*(?:\.[a-zA-Z_][a-zA-Z0-9_]*)?)\}\}/g;

/** Reads them from the text, as a number such as 9223372036854775807 is not what JavaScript makes of it. */
export function readConstants(yamlText: string, { errors }: PackageFindings): Constants {
  const constants = new Map<string, string>();
  const node = parseDocument(yamlText).get("constants", true);
  if (node === undefined || (isScalar(node) && node.value === null)) return constants;
  if (!isMap(node)) {
    errors.push("problem.yaml: constants: expected a map of names to values");
    return constants;
  }
  for (const { key, value } of node.items) {
    const name = keyOf(key);
    if (!NAME.test(name))
      errors.push(`problem.yaml: constants.${name}: expected a name of letters, digits and underscores`);
    for (const [variant, text] of variantsOf(value)) {
      if (text === undefined) errors.push(`problem.yaml: constants.${name}.${variant}: expected a number or a text`);
      else constants.set(`${name}.${variant}`, text);
    }
    const main = constants.get(`${name}.value`);
    if (main !== undefined) constants.set(name, main);
    else if (isMap(value)) errors.push(`problem.yaml: constants.${name}: expected a key value`);
  }
  return constants;
}

/** A value alone is the only variant. */
function variantsOf(value: unknown): [name: string, text: string | undefined][] {
  if (!isMap(value)) return [["value", scalarText(value)]];
  return value.items.map((variant) => [keyOf(variant.key), scalarText(variant.value)]);
}

function keyOf(key: unknown): string {
  return scalarText(key) ?? "";
}

export function replaceConstants(text: string, constants: Constants): string {
  return text.replace(SEQUENCE, (sequence, name: string) => constants.get(name) ?? sequence);
}

/** Keeps what is no text as it is, byte for byte. */
export function fileWithConstants({ name, content }: NamedFile, constants: Constants): NamedFile {
  const text = Buffer.from(content).toString("latin1");
  const replaced = text.replace(SEQUENCE, (sequence, constant: string) => {
    const value = constants.get(constant);
    return value === undefined ? sequence : Buffer.from(value).toString("latin1");
  });
  return replaced === text ? { name, content } : { name, content: Buffer.from(replaced, "latin1") };
}

export function programWithConstants(program: PackageProgram, constants: Constants): PackageProgram {
  if (constants.size === 0) return program;
  return {
    ...program,
    source: replaceConstants(program.source, constants),
    ...(program.others && { others: program.others.map((file) => fileWithConstants(file, constants)) }),
  };
}

function scalarText(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  const { value, source } = node;
  if (typeof value === "string") return value;
  return typeof value === "number" ? (source ?? String(value)) : undefined;
}
