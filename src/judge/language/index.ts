import type { Language } from "../../domain/language.ts";
import { c17 } from "./c.ts";
import { cppSpec } from "./cpp.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { javascript } from "./javascript.ts";
import { kotlin } from "./kotlin.ts";
import type { LanguageSpec } from "./language.ts";
import { pythonSpec } from "./python.ts";
import { rust } from "./rust.ts";
import { typescript } from "./typescript.ts";

export const LANGUAGE_SPECS = {
  cpp17: cppSpec("gnu++17"),
  cpp20: cppSpec("gnu++20"),
  cpp23: cppSpec("gnu++23"),
  c17,
  python3: pythonSpec("/usr/bin/python3"),
  pypy3: pythonSpec("/usr/bin/pypy3"),
  java,
  kotlin,
  rust,
  go,
  javascript,
  typescript,
} satisfies Record<Language, LanguageSpec>;
