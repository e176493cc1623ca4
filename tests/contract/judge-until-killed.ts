import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forEachConcurrently } from "../../src/domain/concurrently.ts";
import { openSandbox } from "../../src/sandbox/open-sandbox.ts";
import { fixtureProgram, judge, judgeDeps, keptCompileCache, sumProblem } from "./tiny-problem.ts";

const FILES = ["adds.c", "forks-forever.c", "sleeps-forever.c", "prints-forever.c", "fills-heap.c", "spins-forever.c"];

// A process of its own: judges a mix of programs for as long as it lives, and says so on standard output.
const { sandbox, imageId } = await openSandbox({ slots: 2, image: "default" });
const deps = judgeDeps(sandbox, imageId, keptCompileCache());
const problem = await sumProblem(await mkdtemp(join(tmpdir(), "medalist-killed-")), ["1 2\n"]);
const programs = await Promise.all(FILES.map((file) => fixtureProgram(file)));

function* withoutEnd() {
  for (;;) yield* programs;
}

await forEachConcurrently(withoutEnd(), 4, async (program) => {
  await judge(problem, program, deps);
  console.log("judged");
});
