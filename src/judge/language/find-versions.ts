import type { ImageVariant } from "../../domain/image-variant.ts";
import { LANGUAGES, type Language } from "../../domain/language.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { LANGUAGE_SPECS } from "./index.ts";
import { isOffered } from "./offered.ts";

const MIB = 1024 * 1024;

export interface LanguageVersion {
  readonly language: Language;
  /** Undefined where the tool does not say it. */
  readonly version: string | undefined;
}

/** Asks every language of the image, in the sandbox, for its version. */
export async function findVersions(sandbox: Sandbox, image: ImageVariant): Promise<LanguageVersion[]> {
  return sandbox.withSlot(async (slot) => {
    const box = await slot.box("compile", 1024 * MIB);
    const versions: LanguageVersion[] = [];
    for (const language of LANGUAGES.filter((each) => isOffered(each, image))) {
      const printed: Buffer[] = [];
      const { outcome, stderr } = await box.run({
        argv: LANGUAGE_SPECS[language].versionArgv,
        env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8", HOME: "/w/build", TMPDIR: "/w/build" },
        workingFolder: "build",
        stdin: { kind: "empty" },
        onStdout: (chunk) => printed.push(Buffer.from(chunk)),
        limits: {
          ...{ cpuMs: 10_000, wallMs: 60_000, memoryBytes: 1024 * MIB },
          ...{ outputBytes: MIB, stackBytes: 0, fileBytes: MIB },
        },
        allowsProcesses: true,
      });
      const [line] = (Buffer.concat(printed).toString("utf8") + stderr).trim().split("\n");
      const isKnown = outcome.kind === "exited" && outcome.exitCode === 0;
      versions.push({ language, version: isKnown ? line?.replace(/^info: /, "") : undefined });
    }
    return versions;
  });
}
