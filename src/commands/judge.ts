import { basename } from "node:path";
import { Command } from "commander";
import type { Judgement } from "../domain/judgement.ts";
import { LANGUAGE_NAME, type Language } from "../domain/language.ts";
import type { AnswerSet, Program } from "../domain/program.ts";
import { judgeProgram } from "../judge/judge-program.ts";
import { prepareProblem } from "../judge/prepare-problem.ts";
import { stopAsPackaged } from "../judge/stop-rule.ts";
import type { FormatName } from "../problem/format/index.ts";
import { readProblem } from "../problem/read-problem.ts";
import { renderJudgementJson } from "../report/judgement-json.ts";
import { renderJudgementText } from "../report/judgement-text.ts";
import type { ExitCode, Io } from "./io.ts";
import { type JudgeSettings, openJudge } from "./open-judge.ts";
import {
  formatOption,
  imageOption,
  jsonOption,
  languageOption,
  quietOption,
  slotsOption,
  timeFactorOption,
} from "./options.ts";
import { startProgress } from "./progress.ts";
import { readSubmission } from "./read-submission.ts";

export interface JudgeOptions extends JudgeSettings {
  readonly format?: FormatName;
  readonly language?: Language;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function judgeCommand(
  act: (problem: string, sources: string[], options: JudgeOptions) => Promise<void>,
): Command {
  return new Command("judge")
    .description("judge programs on all testcases of a problem package")
    .argument("<problem>", "a problem package: folder, archive, or row as FILE.jsonl#ID")
    .argument(
      "<source...>",
      "programs; their language follows from the file name (answers: a .zip, a folder or a text)",
    )
    .addOption(formatOption())
    .addOption(languageOption("the language of all sources"))
    .addOption(slotsOption())
    .addOption(imageOption())
    .addOption(timeFactorOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

interface JudgedSource {
  readonly path: string;
  /** Undefined for answers. */
  readonly language: Language | undefined;
  readonly judgement: Judgement;
}

export async function judge(
  problemPath: string,
  sources: readonly string[],
  options: JudgeOptions,
  io: Io,
): Promise<ExitCode> {
  await using reading = await readProblem(problemPath, { ...options, signal: io.signal });
  const handedIn = await Promise.all(
    sources.map(async (path) => ({ path, submitted: await readSubmission(path, reading.problem, options.language) })),
  );
  await using deps = await openJudge(options, languagesOf(handedIn), io);
  using progress = startProgress(io, options.quiet ?? false);
  const problem = await prepareProblem(reading.problem, deps, (what) => progress.show(what));
  let done = 0;
  const judged = await Promise.all(
    handedIn.map(async ({ path, submitted }): Promise<JudgedSource> => {
      const judgement = await judgeProgram(problem, submitted, stopAsPackaged(problem), deps);
      progress.show(`judged ${++done}/${handedIn.length}: ${basename(path)} ${judgement.verdict}`);
      return { path, language: "answers" in submitted ? undefined : submitted.language, judgement };
    }),
  );
  progress[Symbol.dispose]();
  if (options.json) {
    const documents = judged.map(({ path, language, judgement }) =>
      renderJudgementJson(problem.id, path, language ?? "answers", judgement),
    );
    io.out(`${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`);
  } else {
    io.out(
      judged
        .map(({ path, language, judgement }) =>
          renderJudgementText(`${path} (${language ? LANGUAGE_NAME[language] : "answers"})`, judgement),
        )
        .join("\n"),
    );
  }
  return judged.every(({ judgement }) => judgement.verdict === "AC") ? 0 : 1;
}

function languagesOf(handedIn: readonly { submitted: Program | AnswerSet }[]): Language[] {
  return handedIn.flatMap(({ submitted }) => ("answers" in submitted ? [] : submitted.language));
}
