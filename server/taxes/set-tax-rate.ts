import { dateInZone } from "@tierline/shared/billing-period.ts";
import { newId } from "@tierline/shared/id.ts";
import { nameLengthMax, taxRatesMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { percentOf, percentUnits, taxedKinds, type TaxedKind } from "@tierline/shared/tax.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { countryOf } from "../kernel/country.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals } from "../kernel/rejection.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import { TaxRateEntity, type TaxRateRow } from "./tax.entity.ts";

export interface SetTaxRateInput {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly country: string;
  readonly region?: string | null | undefined;
  /** Missing: it is not taken from then on. */
  readonly percent?: string | null | undefined;
  readonly isIncluded?: boolean | null | undefined;
  /** Missing: all. */
  readonly kinds?: readonly TaxedKind[] | null | undefined;
  /** Missing: today. */
  readonly effectiveFrom?: string | null | undefined;
}

/**
 * What the viewer's reseller takes of what it sells to a place from a day on; what was issued stays as it is. Answers the UUID.
 * @throws Rejection with every wrong field
 */
export function setTaxRate(context: Context, input: SetTaxRateInput): Promise<string> {
  return once(context, "tax.rate", input.idempotencyKey, input, (tx) => set(tx, input));
}

type Facts = Omit<TaxRateRow, "id" | "path" | "createdAt">;

async function set(tx: Transaction, input: SetTaxRateInput): Promise<string> {
  const reseller = await lockOwnReseller(tx);
  const { path } = reseller;
  const today = dateInZone(tx.clock.now(), reseller.timeZone);
  const rows = await tx.em.find(TaxRateEntity, { path }, { disableIdentityMap: true });
  const refusals = new Refusals();
  const facts = checked(refusals, input, today);
  const before = latestLike(rows, facts);
  if (input.percent == null && before === undefined) {
    refusals.add("INVALID", say("tax.nothingToEnd"), "percent");
  }
  if (rows.length >= taxRatesMax) refusals.add("LIMIT_EXCEEDED", say("tax.tooMany", { max: taxRatesMax }));
  refusals.settle();
  const changes = changesBetween(before === undefined ? {} : inWords(before), inWords(facts));
  if (before !== undefined && changes.length === 0) return before.id;
  const createdAt = tx.clock.now();
  const id = newId(createdAt.getTime());
  await tx.em.insert(TaxRateEntity, { ...facts, id, path, createdAt });
  const subject = { subjectKind: "reseller", subjectId: reseller.id, subject: reseller.name } as const;
  await recordAudit(tx, { operation: "tax.rate", ...subject, changes, path });
  return id;
}

/** What was said last of the same name and place. */
function latestLike(rows: readonly TaxRateRow[], { name, country, region }: Facts): TaxRateRow | undefined {
  return rows
    .filter((row) => row.name === name && row.country === country && (row.region ?? null) === region)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
}

function checked(refusals: Refusals, input: SetTaxRateInput, today: string): Facts {
  const max = nameLengthMax;
  const name = checkText(refusals, input.name, { noun: "noun.name", max, isRequired: true }, "name");
  const region = checkText(refusals, input.region, { noun: "noun.region", max }, "region");
  const country = countryOf(input.country);
  if (country === null) refusals.add("INVALID", say("customer.country"), "country");
  const percent = input.percent ?? null;
  const units = percent === null ? null : percentUnits(percent);
  if (percent !== null && units === null) refusals.add("INVALID", say("tax.percent"), "percent");
  const said = new Set(input.kinds ?? taxedKinds);
  const kinds = taxedKinds.filter((kind) => said.has(kind));
  if (kinds.length === 0) refusals.add("REQUIRED", say("tax.kinds"), "kinds");
  const effectiveFrom = input.effectiveFrom ?? today;
  if (effectiveFrom < today) refusals.add("INVALID", say("tax.past", { day: { day: today } }), "effectiveFrom");
  return {
    name: name ?? "",
    country: country ?? "",
    region,
    percentUnits: units === null ? null : Number(units),
    isIncluded: input.isIncluded ?? false,
    kinds,
    effectiveFrom,
  };
}

function inWords({ name, country, region, percentUnits: units, isIncluded, kinds, effectiveFrom }: Facts) {
  return {
    taxName: name,
    taxPlace: region == null ? country : `${country} ${region}`,
    percent: units == null ? null : percentOf(BigInt(units)),
    isTaxIncluded: isIncluded,
    taxKinds: [...kinds].join(", "),
    effectiveFrom,
  };
}
