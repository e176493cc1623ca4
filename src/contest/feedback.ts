import type { Feedback, FeedbackLevel } from "../domain/feedback.ts";
import type { Judgement } from "../domain/judgement.ts";

/** What a contest of this level tells of a judgement: the one way out of the contest server. */
export function feedbackOf(judgement: Judgement, level: FeedbackLevel, testcaseIds: readonly string[]): Feedback {
  const { verdict, score, subtasks } = judgement;
  const nothing: Feedback = {
    verdict: verdict === "CE" ? verdict : undefined,
    score: verdict === "CE" ? score : undefined,
    ...{ subtasks: undefined, firstFailure: undefined, testcases: undefined },
  };
  switch (level) {
    case "none":
      return nothing;
    case "first-failure":
      return { ...nothing, verdict, score, firstFailure: firstFailure(judgement, testcaseIds) };
    case "subtasks":
      return { ...nothing, verdict, score, subtasks };
    case "full":
      return {
        ...{ verdict, score, subtasks, firstFailure: firstFailure(judgement, testcaseIds) },
        testcases: judgement.testcases.map(({ id, verdict: own, score: share }) => ({
          id,
          verdict: own,
          score: share,
        })),
      };
  }
}

function firstFailure({ testcases }: Judgement, testcaseIds: readonly string[]): Feedback["firstFailure"] {
  const failed = testcases.find((testcase) => testcase.verdict !== "AC");
  return failed && { testcase: testcaseIds.indexOf(failed.id) + 1, verdict: failed.verdict };
}
