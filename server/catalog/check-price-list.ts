import { decodeId } from "@tierline/shared/id.ts";
import { nameLengthMax, ownPricesMax } from "@tierline/shared/limits.ts";
import { decimalOf, tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { formatRate, parsePercent, parseRate } from "@tierline/shared/rate.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context } from "../kernel/context.ts";
import type { Refusals } from "../kernel/rejection.ts";
import { findOfferings } from "./offering.ts";
import type { OfferingRow } from "./offering.entity.ts";
import type { OwnPriceValue } from "./price-list.entity.ts";

export interface OwnPriceInput {
  /** The API's id. */
  readonly offeringId: string;
  readonly setup?: string | null | undefined;
  readonly recurring?: string | null | undefined;
  readonly oneOff?: string | null | undefined;
}

export interface PriceListTermsInput {
  readonly name: string;
  readonly markupFixed?: string | null | undefined;
  readonly markupPercent?: string | null | undefined;
  readonly exchangeRate?: string | null | undefined;
  readonly ownPrices?: readonly OwnPriceInput[] | null | undefined;
}

export interface PriceListTerms {
  readonly name: string;
  readonly currency: string;
  readonly markupFixedMicros: bigint;
  readonly markupPercent: bigint;
  readonly exchangeRate: string | null;
  readonly ownPrices: OwnPriceValue[];
  /** As many as there are own prices. */
  readonly offerings: readonly OfferingRow[];
}

/** Every problem of a price list's form at once. What is sold at the viewer's own tier can have a price of its own. */
export async function checkPriceListTerms(
  context: Context,
  refusals: Refusals,
  input: PriceListTermsInput,
  currency: string,
): Promise<PriceListTerms> {
  const rule = { noun: "noun.name", max: nameLengthMax, isRequired: true } as const;
  const name = checkText(refusals, input.name, rule, "name") ?? "";
  const fixed = amountOf(refusals, input.markupFixed ?? "0", currency, "markupFixed");
  const percent = parsePercent(input.markupPercent ?? "0");
  if (percent === null) refusals.add("INVALID", say("rate.notAPercentage"), "markupPercent");
  const exchangeRate = input.exchangeRate == null ? null : parseRate(input.exchangeRate);
  if (input.exchangeRate != null && (exchangeRate ?? 0n) === 0n)
    refusals.add("INVALID", say("rate.notARate"), "exchangeRate");
  const own = await checkOwnPrices(context, refusals, input.ownPrices ?? [], currency);
  return {
    name,
    currency,
    markupFixedMicros: fixed?.micros ?? 0n,
    markupPercent: percent ?? 0n,
    exchangeRate: exchangeRate === null ? null : formatRate(exchangeRate),
    ownPrices: own.map(({ value }) => value),
    offerings: own.map(({ offering }) => offering),
  };
}

function amountOf(refusals: Refusals, text: string, currency: string, ...path: string[]): Money | null {
  const amount = tryParseMoney(text, currency);
  if (amount !== null && amount.micros >= 0n) return amount;
  refusals.add("INVALID", say("offering.amount"), ...path);
  return null;
}

interface OwnPrice {
  readonly value: OwnPriceValue;
  readonly offering: OfferingRow;
}

async function checkOwnPrices(
  context: Context,
  refusals: Refusals,
  inputs: readonly OwnPriceInput[],
  currency: string,
): Promise<OwnPrice[]> {
  if (inputs.length > ownPricesMax) {
    refusals.add("TOO_LONG", say("price.tooManyOwn", { max: ownPricesMax }), "ownPrices");
    return [];
  }
  const ids = inputs.map(({ offeringId }) => decodeId("ofr", offeringId));
  const rows = await findOfferings(
    context,
    ids.filter((id) => id !== null),
  );
  const own = resellerPathOf(context.viewer.path);
  const seen = new Set<string>();
  return inputs.flatMap(({ setup, recurring, oneOff }, index) => {
    const path = ["ownPrices", String(index)];
    const offering = rows.get(ids[index] ?? "");
    if (offering === undefined || !isWithin(own, offering.path)) {
      refusals.add("UNKNOWN_REFERENCE", say("price.notSold"), ...path, "offeringId");
      return [];
    }
    if (seen.has(offering.id)) refusals.add("TAKEN", say("price.ownTwice"), ...path, "offeringId");
    seen.add(offering.id);
    const kept = (text: string | null | undefined, key: string) => {
      const amount = text == null ? null : amountOf(refusals, text, currency, ...path, key);
      return amount === null ? null : decimalOf(amount);
    };
    if (recurring == null && oneOff == null) refusals.add("REQUIRED", say("offering.noPrice"), ...path);
    const amounts = {
      setup: kept(setup, "setup"),
      recurring: kept(recurring, "recurring"),
      oneOff: kept(oneOff, "oneOff"),
    };
    return [{ offering, value: { offering: offering.id, ...amounts } }];
  });
}
