import { codeforces } from "./codeforces.ts";
import { icpc, icpcExtended } from "./icpc.ts";
import { ioi, ioi2010, ioi2013, ioiMinute, ioiRelaxed } from "./ioi.ts";
import type { Rules } from "./rules.ts";

export const RULES_NAMES = [
  "ioi",
  "ioi-minute",
  "ioi-relaxed",
  "ioi-2013",
  "ioi-2010",
  "codeforces",
  "icpc",
  "icpc-extended",
] as const;
export type RulesName = (typeof RULES_NAMES)[number];

export const RULES: Readonly<Record<RulesName, Rules>> = {
  ioi,
  "ioi-minute": ioiMinute,
  "ioi-relaxed": ioiRelaxed,
  "ioi-2013": ioi2013,
  "ioi-2010": ioi2010,
  codeforces,
  icpc,
  "icpc-extended": icpcExtended,
};
