import { installation } from "../../kernel/installation.ts";
import type { PostalPlace, PostalSource } from "./postal-source.ts";
import { viaCep } from "./via-cep.ts";

export type PostalOutcome = "FOUND" | "UNKNOWN" | "UNAVAILABLE";

export interface PostalAnswer {
  readonly outcome: PostalOutcome;
  readonly place: PostalPlace | null;
}

const keptMax = 2_000;
const keptMs = 24 * 3_600_000;
const kept = new Map<string, { readonly until: number; readonly answer: Promise<PostalAnswer> }>();

/**
 * Where a postal code is, with or without its dash. Never throws and never waits for long: a form goes on without it. What was
 * learnt is kept for a day, by this process; that somebody could not be asked is not.
 */
export async function lookUpPostalCode(country: string, postalCode: string, nowMs: number): Promise<PostalAnswer> {
  const base = installation().postalUrl ?? installation().lab?.http ?? null;
  if (country !== "BR" || base === null) return { outcome: "UNAVAILABLE", place: null };
  const digits = /^\s*(\d{5})-?(\d{3})\s*$/.exec(postalCode)?.slice(1).join("");
  if (digits === undefined) return { outcome: "UNKNOWN", place: null };
  const key = `${base} ${digits}`;
  const known = kept.get(key);
  if (known !== undefined && known.until > nowMs) return known.answer;
  const answer = asked(viaCep(base), digits);
  kept.delete(key);
  kept.set(key, { until: nowMs + keptMs, answer });
  const [oldest] = kept.keys();
  if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
  const told = await answer;
  if (told.outcome === "UNAVAILABLE" && kept.get(key)?.answer === answer) kept.delete(key);
  return told;
}

async function asked(source: PostalSource, digits: string): Promise<PostalAnswer> {
  try {
    const place = await source.find(digits);
    return place === null ? { outcome: "UNKNOWN", place } : { outcome: "FOUND", place };
  } catch {
    return { outcome: "UNAVAILABLE", place: null };
  }
}
