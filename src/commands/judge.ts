import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command } from "commander";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { Judgement } from "../domain/judgement.ts";
import { LANGUAGE_NAME, type Language, languageOfFile } from "../domain/language.ts";
import type { Program } from "../judge/compile-program.ts";
import { judgeProgram } from "../judge/judge-program.ts";
import { runAll } from "../judge/stop-rule.ts";
import { readProblem } from "../problem/read-problem.ts";
import { renderJudgementJson } from "../report/judgement-json.ts";
import { renderJudgementText } from "../report/judgement-text.ts";
import type { ExitCode, Io } from "./io.ts";
import { type JudgeSettings, openJudge } from "./open-judge.ts";
import { imageOption, jsonOption, languageOption, quietOption, slotsOption, timeFactorOption } from "./options.ts";
import { startProgress } from "./progress.ts";

export interface JudgeOptions extends JudgeSettings {
  readonly language?: Language;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function judgeCommand(
  act: (problem: string, sources: string[], options: JudgeOptions) => Promise<void>,
): Command {
  return new Command("judge")
    .description("judge programs on all testcases of a problem package")
    .argument("<problem>", "folder of a problem package")
    .argument("<source...>", "programs; their language follows from the file name")
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
  readonly program: Program;
  readonly judgement: Judgement;
}

export async function judge(
  problemPath: string,
  sources: readonly string[],
  options: JudgeOptions,
  io: Io,
): Promise<ExitCode> {
  const problem = await readProblem(problemPath);
  const programs = await Promise.all(
    sources.map(async (path) => ({ path, program: await readProgram(path, options.language) })),
  );
  const languages = programs.map(({ program }) => program.language);
  await using deps = await openJudge(options, languages, io);
  using progress = startProgress(io, options.quiet ?? false);
  let done = 0;
  const judged = await Promise.all(
    programs.map(async ({ path, program }): Promise<JudgedSource> => {
      const judgement = await judgeProgram(problem, program, runAll, deps);
      progress.show(`judged ${++done}/${programs.length}: ${basename(path)} ${judgement.verdict}`);
      return { path, program, judgement };
    }),
  );
  progress[Symbol.dispose]();
  if (options.json) {
    const documents = judged.map(({ path, program, judgement }) =>
      renderJudgementJson(problem.id, path, program.language, judgement),
    );
    io.out(`${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`);
  } else {
    io.out(
      judged
        .map(({ path, program, judgement }) =>
          renderJudgementText(`${path} (${LANGUAGE_NAME[program.language]})`, judgement),
        )
        .join("\n"),
    );
  }
  return judged.every(({ judgement }) => judgement.verdict === "AC") ? 0 : 1;
}

async function readProgram(path: string, asked: Language | undefined): Promise<Program> {
  const language = asked ?? languageOfFile(path);
  if (!language) throw new UsageError(`${path}: no language follows from its name: say it with --language`);
  const source = await readFile(path, "utf8").catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
  });
  return { language, source };
}
