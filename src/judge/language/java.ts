import { JVM_COMPILER_FLAGS, jvmRunArgv } from "./jvm.ts";
import type { LanguageSpec } from "./language.ts";

const COMPILER_FLAGS = JVM_COMPILER_FLAGS.map((flag) => `-J${flag}`).join(" ");

/**
 * A single file must be named after its public class: that name is looked for at a line's start; several have theirs. The
 * program starts in that class, or the one that the first file is named after, else in Main, else in the first that has a
 * method with main's signature. Many classes become one main.jar.
 */
/* biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are the shell's */
const COMPILE = [
  "first=${1%.java}",
  "public=$(sed -nE 's/^[[:space:]]*public ([a-z]+ )*(class|record|enum|interface) ([A-Za-z0-9_]+).*/\\3/p' \"$1\" | head -n 1)",
  '[ $# -gt 1 ] || { file="${public:-$first}.java"; [ "$file" = "$1" ] || mv "$1" "$file" || exit 1; set -- "$file"; }',
  `javac ${COMPILER_FLAGS} -encoding UTF-8 -proc:none -nowarn -Xmaxerrs 20 -d out "$@" || exit 1`,
  "cd out",
  "with_main() { grep -rlF --include=\"$1.class\" '([Ljava/lang/String;)V' . | sort | head -n 1; }",
  'class=$(with_main "${public:-$first}")',
  '[ -n "$class" ] || class=$(with_main Main)',
  "[ -n \"$class\" ] || class=$(with_main '*')",
  '[ -n "$class" ] || { echo "no class has a method main(String[])" >&2; exit 1; }',
  "class=$(echo \"${class%.class}\" | sed 's,^./,,; s,/,.,g')",
  `exec jar ${COMPILER_FLAGS} --create --file ../main.jar --main-class "$class" -C . .`,
].join("; ");
/* biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are the shell's */

export const java: LanguageSpec = {
  image: "full",
  sourceFile: "Main.java",
  sourceEndings: [".java"],
  compileArgv: (sources) => ["/bin/sh", "-c", COMPILE, "sh", ...sources],
  artifact: "main.jar",
  runArgv: jvmRunArgv,
  versionArgv: ["/usr/bin/java", "--version"],
  timeFactor: 1,
  limitsOwnMemory: true,
};
