import { expect, test } from "vitest";
import { fillTemplate } from "../../../src/solver/prompt-template.ts";

const VALUES = { task: "Task.", focus: "", problem: "A {{problem}}.", hint: "", approach: "Think." };

test("a paragraph with nothing in it goes; what is filled in is not filled in again", async () => {
  expect(await fillTemplate("candidate", VALUES)).toBe(
    "Task.\n\nA {{problem}}.\n\nThink. End with the whole program in a single fenced code block.",
  );
});

test("a value too many or too few is a bug", async () => {
  await expect(fillTemplate("candidate", { task: "Task." })).rejects.toThrow("prompts/candidate.md has task, focus");
  await expect(fillTemplate("candidate", { ...VALUES, more: "" })).rejects.toThrow("given are");
});
