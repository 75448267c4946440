import type { RateOverrideInput, RatePlanRowFragment } from "./rates.generated.ts";

type Override = RatePlanRowFragment["versions"][number]["overrides"][number];

const block = "US/CA";

/** One a line, as one types them: `447 0.05`, `GB 0.02`, `US/CA 0.0145`. */
export function ownRatesText(overrides: readonly Override[]): string {
  return overrides.map(({ target, ratePerMinute }) => `${target === "" ? block : target} ${ratePerMinute}`).join("\n");
}

/** What is written so; of a line that is not, its number. */
export function readOwnRates(text: string): { readonly rates: RateOverrideInput[]; readonly wrongLine: number | null } {
  const rates: RateOverrideInput[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const match = /^\+?(\d{1,15}|[A-Za-z]{2}|US\/CA)\s+(\d{1,6}(?:[.,]\d{1,12})?)$/i.exec(line.trim());
    if (match === null) return { rates, wrongLine: index + 1 };
    const [, target = "", rate = ""] = match;
    rates.push({ ...placeOf(target), ratePerMinute: rate.replace(",", ".") });
  }
  return { rates, wrongLine: null };
}

function placeOf(target: string): Pick<RateOverrideInput, "scope" | "target"> {
  if (target.toUpperCase() === block) return { scope: "US_CANADA" };
  return /^\d/.test(target) ? { scope: "PREFIX", target } : { scope: "COUNTRY", target: target.toUpperCase() };
}
