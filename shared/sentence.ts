import type { Language } from "./language.ts";
import type { ArgumentsOf } from "./sentence-arguments.ts";
import type { sentences, SentenceKey } from "./sentences/catalogue.ts";

/**
 * Something said to a person before it is known in which language: a key of the catalogue and what is put into it. This is
 * what is thrown, handed on and stored; the words are made where it leaves, for whoever reads it.
 */
export interface Sentence {
  readonly key: SentenceKey;
  readonly values?: Readonly<Record<string, SentenceValue>>;
}

/** A person's own words that came with their translations, such as the title of a playbook's task. */
export interface Translated {
  readonly own: string;
  readonly translations: Readonly<Partial<Record<Language, string>>>;
}

/** A sentence of ours, a person's words, or words that are nobody's to translate: a note, what an outside system answered. */
export type Words = Sentence | Translated | string;

/** What may be put into a sentence; plain JSON, since sentences are stored with what is in them. */
export type SentenceValue =
  | Words
  | number
  | { readonly day: string }
  | { readonly amount: string; readonly currency: string }
  | { readonly anyOf: readonly Words[] }
  | { readonly allOf: readonly Words[] };

type English = (typeof sentences)["en"];
type ValuesOf<Key extends SentenceKey> = ArgumentsOf<English[Key], SentenceValue>;

/** `say("item.taken", { item: "SIM 0001" })`: the values are those that the English text names. */
export function say<Key extends SentenceKey>(
  key: Key,
  ...[values]: [keyof ValuesOf<Key>] extends [never] ? [] : [values: ValuesOf<Key>]
): Sentence {
  return values === undefined ? { key } : { key, values };
}

/** Nothing but a key and what is put in: many other things have a key, too. */
export function isSentence(value: unknown): value is Sentence {
  if (typeof value !== "object" || value === null || !("key" in value) || typeof value.key !== "string") return false;
  return Object.keys(value).every((name) => name === "key" || name === "values");
}

export function isTranslated(value: unknown): value is Translated {
  return typeof value === "object" && value !== null && "own" in value && "translations" in value;
}

/** What has to be put into words before a person reads it. */
export function isToBeSaid(value: unknown): value is Sentence | Translated {
  return isSentence(value) || isTranslated(value);
}
