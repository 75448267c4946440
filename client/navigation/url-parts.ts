import { catch as otherwise, enum as oneOf, string } from "zod/mini";

export { otherwise };

/** A part of the address that is one of these words; anything else that stands there means the usual one. */
export function choice<const Word extends string>(words: readonly Word[], usual: NoInfer<Word>) {
  return otherwise(oneOf(words), usual);
}

export const text = otherwise(string(), "");
