import { de } from "./de.ts";
import { en, type SentenceKey } from "./en.ts";
import { fr } from "./fr.ts";
import { pt } from "./pt.ts";
import type { Language } from "../language.ts";

export type { SentenceKey };

/** Every sentence that the product says, by language: ICU messages (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export const sentences = { en, fr, de, pt } satisfies Record<Language, Record<SentenceKey, string>>;

export function isSentenceKey(text: string): text is SentenceKey {
  return Object.hasOwn(en, text);
}
