export type Constants = ReadonlyMap<string, string>;

export const NO_CONSTANTS: Constants = new Map();

const SEQUENCE = /\{\{([a-zA-Z_]\w*(?:\.\w+)?)\}\}/g;
const SAMPLE_MARKS = new Set(["nextsample", "remainingsamples"]);

/** Replaces `{{name}}` and `{{name.variant}}`; what no constant is named stays as it is. */
export function replaceConstants(text: string, constants: Constants, warn: (message: string) => void): string {
  return text.replace(SEQUENCE, (sequence, name: string) => {
    if (SAMPLE_MARKS.has(name)) return sequence;
    const value = constantValue(constants, name);
    if (value === undefined) warn(`${sequence}: no such constant`);
    return value ?? sequence;
  });
}

/** `name` and `name.value` are the same. */
export function constantValue(constants: Constants, name: string): string | undefined {
  return constants.get(name) ?? constants.get(name.endsWith(".value") ? name.slice(0, -6) : `${name}.value`);
}
