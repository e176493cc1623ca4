export const MARK_CHARACTERS = 16;

/** Of a signature: the program was given up before it came to this input, and nothing is known of it there. */
export const NOT_RUN = "not run";

/** Of a signature: the program ended well, and printed nothing or blanks. */
export const NO_OUTPUT = "e3b0c44298fc1c14";

/** Of a signature: a short hash of an output, rather than the verdict of a run that gave none, which is shorter. */
export function isOutputMark(mark: string): boolean {
  return mark.length === MARK_CHARACTERS;
}
