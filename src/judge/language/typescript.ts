import type { LanguageSpec } from "./language.ts";
import { nodeRunArgv } from "./node.ts";
import { oneSource } from "./one-source.ts";

/** Takes the types off without checking them, as most judges do: only a mistake in the syntax is a compile error. */
const TRANSPILE = [
  "const fs = require('fs'), ts = require('typescript')",
  "const options = { target: 'es2022', module: 'commonjs', esModuleInterop: true }",
  "const source = fs.readFileSync('main.ts', 'utf8')",
  "const made = ts.transpileModule(source, { reportDiagnostics: true, fileName: 'main.ts', compilerOptions: options })",
  "const host = { getCanonicalFileName: (f) => f, getCurrentDirectory: () => '', getNewLine: () => String.fromCharCode(10) }",
  "fs.writeSync(2, ts.formatDiagnostics(made.diagnostics, host))",
  "if (made.diagnostics.length > 0) require('process').exit(1)",
  "fs.writeFileSync('main.js', made.outputText)",
].join("; ");

export const typescript: LanguageSpec = {
  image: "full",
  sourceFile: "main.ts",
  sourceEndings: [".ts"],
  compileArgv: (sources) => oneSource("TypeScript", sources, ["/usr/bin/node", "-e", TRANSPILE]),
  artifact: "main.js",
  runArgv: nodeRunArgv,
  versionArgv: ["/usr/bin/node", "-p", "'TypeScript ' + require('typescript').version + ', node ' + process.version"],
  timeFactor: 1,
  limitsOwnMemory: true,
};
