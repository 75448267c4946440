import type { z } from "zod";
import { languages, type Language } from "../language.ts";
import type { playbookSchema } from "../playbook.ts";
import { inGerman } from "./playbooks-in-german.ts";
import { inPortuguese } from "./playbooks-in-portuguese.ts";
import { inFrench } from "./playbooks-in-french.ts";

export type WrittenPlaybook = z.input<typeof playbookSchema>;
export type WrittenTask = WrittenPlaybook["tasks"][number];

/** What the demo world's playbooks say in English, in the other languages. */
export const playbookWords: Readonly<Record<Exclude<Language, "en">, Readonly<Record<string, string>>>> = {
  fr: inFrench,
  de: inGerman,
  pt: inPortuguese,
};

type Texts = Readonly<Record<string, string>>;

/** The same with its titles, description and instructions in the other languages beside them. */
export function withTranslations({ key, title, description, tasks, ...more }: WrittenPlaybook): WrittenPlaybook {
  const translations = translated({ title, ...(description === undefined ? {} : { description }) });
  return { key, title, description, translations, ...more, tasks: tasks.map(translatedTask) };
}

function translatedTask({ key, title, instructions, ...more }: WrittenTask): WrittenTask {
  if (instructions === undefined) return { key, title, translations: translated({ title }), ...more };
  return { key, title, instructions, translations: translated({ title, instructions }), ...more };
}

function translated<Said extends Texts>(texts: Said): Partial<Record<Language, Said>> {
  const spoken = languages.filter((language) => language !== "en");
  return Object.fromEntries(spoken.map((language) => [language, textsIn(language, texts)]));
}

function textsIn<Said extends Texts>(language: Exclude<Language, "en">, texts: Said): Said {
  const said = Object.entries(texts).map(([field, english]) => [field, wordsOf(language, english)]);
  return Object.fromEntries(said) as Said; // the same fields
}

function wordsOf(language: Exclude<Language, "en">, english: string): string {
  const text = playbookWords[language][english];
  if (text === undefined) throw new RangeError(`The demo world's playbooks lack "${english}" in ${language}.`);
  return text;
}
