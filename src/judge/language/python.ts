import type { LanguageSpec } from "./language.ts";

/**
 * Compiling only checks the syntax: the sources are what runs. Several are put into a zip file, which Python runs like a
 * folder, starting in `__main__`.
 */
const SCRIPT = [
  "import os, sys, zipfile",
  "first, *others = sys.argv[1:]",
  "for name in [first, *others]: compile(open(name, 'rb').read(), name, 'exec')",
  "made = first",
  "if others:",
  "    made = 'all.zip'",
  "    with zipfile.ZipFile(made, 'w') as archive:",
  "        for name in [first, *others]: archive.write(name)",
  "        if '__main__.py' not in [first, *others]: archive.write(first, '__main__.py')",
  "if made != 'main.py': os.replace(made, 'main.py')",
].join("\n");

/** An argument is one line. */
const COMPILE = `exec(${JSON.stringify(SCRIPT)})`;

export function pythonSpec(interpreter: string): LanguageSpec {
  return {
    image: "default",
    sourceFile: "main.py",
    sourceEndings: [".py", ".py3"],
    compileArgv: (sources) => [interpreter, "-BSI", "-c", COMPILE, ...sources],
    artifact: "main.py",
    // With `site`, which defines exit() and quit(): many programs end by them.
    runArgv: ({ folder }) => [interpreter, "-BI", `${folder}/main.py`],
    versionArgv: [interpreter, "--version"],
    timeFactor: 1,
    limitsOwnMemory: false,
  };
}
