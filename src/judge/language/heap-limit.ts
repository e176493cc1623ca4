const MIB = 1024 * 1024;

/**
 * What a runtime that collects garbage may use for its heap. The memory limit counts everything that is resident, so
 * the runtime's own needs are taken off: then garbage alone never breaks the limit, it is collected before.
 */
export function heapLimitBytes(memoryLimitBytes: number): number {
  return Math.max(memoryLimitBytes - 64 * MIB, memoryLimitBytes / 2);
}
