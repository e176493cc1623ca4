import type { ImageVariant } from "../../domain/image-variant.ts";
import type { Language } from "../../domain/language.ts";
import { LANGUAGE_SPECS } from "./index.ts";

export function isOffered(language: Language, image: ImageVariant): boolean {
  return image === "full" || LANGUAGE_SPECS[language].image === image;
}

/** What to do about a language that the sandbox image lacks. */
export function notOffered(language: Language): string {
  return `${language} needs the full sandbox image: run \`npm run set-up -- --full\` and add --image full`;
}
