import type { Question } from "../language-model.ts";
import type { OpenAiSettings } from "./settings.ts";

export interface Message {
  readonly role: "user" | "system" | "developer";
  readonly content: string;
}

export function messagesOf(question: Question, { systemRole }: Pick<OpenAiSettings, "systemRole">): Message[] {
  const { prompt, system } = question;
  if (system === undefined) return [{ role: "user", content: prompt }];
  if (systemRole === "prompt") return [{ role: "user", content: `${system}\n\n${prompt}` }];
  return [
    { role: systemRole, content: system },
    { role: "user", content: prompt },
  ];
}
