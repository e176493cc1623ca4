import type { LanguageSpec } from "./language.ts";

/** Compiling only checks the syntax: the source itself is what runs. */
export function pythonSpec(interpreter: string): LanguageSpec {
  const check = "source = open('main.py', 'rb').read(); compile(source, 'main.py', 'exec')";
  return {
    image: "default",
    sourceFile: "main.py",
    compileArgv: [interpreter, "-BSI", "-c", check],
    artifact: "main.py",
    runArgv: () => [interpreter, "-BSI", "/w/box/main.py"],
    versionArgv: [interpreter, "--version"],
    timeFactor: 1,
    limitsOwnMemory: false,
  };
}
