import { ACCENTS } from "./accents.ts";
import { BLOCKS } from "./blocks.ts";
import type { Command, Dialect, Environment } from "./command.ts";
import { FONTS } from "./fonts.ts";
import { HEADINGS, SECTIONS } from "./headings.ts";
import { FIGURES, IMAGES } from "./images.ts";
import { LAYOUT } from "./layout.ts";
import { LISTS } from "./lists.ts";
import { OLYMP_ENVIRONMENTS, OLYMP_HEADINGS } from "./olymp.ts";
import { REFERENCES } from "./references.ts";
import { SYMBOLS } from "./symbols.ts";
import { TABLE_PARTS, TABLES } from "./tables.ts";

const COMMANDS: readonly Readonly<Record<string, Command>>[] = [
  ...[ACCENTS, FONTS, HEADINGS, IMAGES, LAYOUT],
  ...[OLYMP_HEADINGS, REFERENCES, SYMBOLS, TABLE_PARTS],
];

const ENVIRONMENTS: readonly Readonly<Record<string, Environment>>[] = [
  ...[BLOCKS, FIGURES, LISTS, OLYMP_ENVIRONMENTS, SECTIONS, TABLES],
];

/** What the Kattis specification names, what statements use beside it, and Polygon's `olymp.sty`. */
export const STATEMENT_DIALECT: Dialect = {
  commands: new Map(COMMANDS.flatMap((family) => Object.entries(family))),
  environments: new Map(ENVIRONMENTS.flatMap((family) => Object.entries(family))),
};
