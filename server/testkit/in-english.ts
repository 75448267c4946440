import { rendered } from "@tierline/shared/render-sentence.ts";
import { isToBeSaid } from "@tierline/shared/sentence.ts";

/** The same with every sentence in it said in English, so that a test can read it. */
export function inEnglish<T>(value: T): T {
  if (isToBeSaid(value)) return rendered(value, "en") as T; // words where there was a sentence
  if (Array.isArray(value)) return value.map((each: unknown) => inEnglish(each)) as T;
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inEnglish(each as unknown)])) as T;
}
