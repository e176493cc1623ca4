import { ModelError } from "../../src/domain/errors.ts";
import type { LanguageModel } from "../../src/model/language-model.ts";

/** Answers with what the script says to a prompt; counts what it is asked. */
export function scriptedModel(script: (prompt: string, sample: number) => string | undefined): LanguageModel & {
  readonly asked: string[];
} {
  const asked: string[] = [];
  return {
    ...{ label: "scripted", isRecorded: false, baseUrl: undefined, answerCount: undefined, asked },
    ask: async ({ prompt, sample }) => {
      asked.push(prompt);
      const text = script(prompt, sample);
      if (text === undefined) throw new ModelError("the script has no answer");
      const usage = { inputTokens: 10, outputTokens: 20, reasoningTokens: undefined };
      return { text, reasoning: undefined, finishReason: "stop", usage, wallMs: 1 };
    },
  };
}
