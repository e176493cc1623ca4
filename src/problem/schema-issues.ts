import type { z } from "zod";

/** What a schema found, each with its place: `limits.memory: expected number, received string`. */
export function describeIssues(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.map(String).join(".") || "the whole file"}: ${whatIsWrong(issue)}`);
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_union" && issue.message === "Invalid input") {
    const alternatives = issue.errors.flat().map(whatIsWrong);
    if (alternatives.length > 0) return [...new Set(alternatives)].join(", or ");
  }
  const message = issue.message.replace(/^Invalid input: /, "");
  return message.endsWith(", received undefined")
    ? `missing, ${message.replace(/, received undefined$/, "")}`
    : message;
}
