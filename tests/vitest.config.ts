import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  test: {
    root,
    // Two cores, and the sandbox wants one of them: the projects take turns, and the files of those with containers too.
    projects: [
      {
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          root,
          include: ["tests/unit/**/*.test.ts", "tests/*.test.ts"],
          exclude: ["tests/problems.test.ts"],
        },
      },
      {
        test: {
          name: "contract",
          sequence: { groupOrder: 1 },
          root,
          include: ["tests/contract/**/*.test.ts", "tests/problems.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          sequence: { groupOrder: 2 },
          root,
          include: ["tests/e2e/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
