import { UsageError } from "../../domain/errors.ts";

/** What an archive may become; far from what any problem needs. */
export interface UnpackLimits {
  readonly totalBytes: number;
  readonly fileBytes: number;
  /** Files, folders and links together. */
  readonly entries: number;
  /** How many times as large as the archive its content may be, as soon as that is more than `harmlessBytes`. */
  readonly ratio: number;
  readonly harmlessBytes: number;
}

const MIB = 1024 * 1024;

export const UNPACK_LIMITS: UnpackLimits = {
  totalBytes: 4096 * MIB,
  fileBytes: 2048 * MIB,
  entries: 20_000,
  ratio: 1000,
  harmlessBytes: 256 * MIB,
};

/** Counts what comes out of an archive, and stops it. */
export class ByteBudget {
  readonly #limits: UnpackLimits;
  readonly #archiveBytes: number;
  #spentBytes = 0;

  constructor(archiveBytes: number, limits: UnpackLimits) {
    this.#archiveBytes = archiveBytes;
    this.#limits = limits;
  }

  spend(bytes: number): void {
    this.#spentBytes += bytes;
    const { totalBytes, ratio, harmlessBytes } = this.#limits;
    if (this.#spentBytes > totalBytes)
      throw new UsageError(`unpacks to more than ${inMib(totalBytes)}: no problem package is as large`);
    if (this.#spentBytes > harmlessBytes && this.#spentBytes > ratio * this.#archiveBytes)
      throw new UsageError(
        `unpacks to more than ${ratio} times its size (${this.#archiveBytes} bytes): no problem package does`,
      );
  }
}

export function inMib(bytes: number): string {
  return bytes < MIB ? `${bytes} bytes` : `${Math.floor(bytes / MIB)} MiB`;
}
