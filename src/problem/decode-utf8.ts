import { UsageError } from "../domain/errors.ts";

/** Text in a file of a package; a UsageError with the byte where it stops being UTF-8. A byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array, path: string): string {
  try {
    return strict().decode(bytes);
  } catch (error) {
    throw new UsageError(`${path}: byte ${firstInvalidByte(bytes)}: expected UTF-8`, { cause: error });
  }
}

function strict() {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
}

/** The length of the longest beginning that could still become UTF-8. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >> 1;
    if (couldBeUtf8(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function couldBeUtf8(bytes: Uint8Array): boolean {
  try {
    strict().decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
