import type { DidBilling } from "@tierline/shared/did.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { InventoryItemType } from "../inventory/item.type.ts";
import { MoneyType, toMoneyOrNull } from "../kernel/money.type.ts";
import { DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { CadenceInputType } from "../rates/rate-plan.type.ts";
import { DidBillingEnum } from "./did.type.ts";
import type { NumberLeaseRow, NumberOfferRow } from "./number-offer.entity.ts";
import { fingerprintOf } from "./number-offers.ts";

@ObjectType("NumberTerms", { description: "What a reseller pays the one above for a number." })
export class NumberTermsType {
  @Field(() => MoneyType, { nullable: true, description: "Asked once." })
  setup: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "Asked each month, in advance." })
  monthly: MoneyType | null;

  @Field(() => DidBillingEnum, { description: "How calls that come in are charged." })
  billing: DidBilling;

  @Field(() => DecimalScalar, { description: "What a minute of a call that comes in costs." })
  perMinute: string;

  @Field(() => String, { description: "First part, step and grace in seconds, as in 30/6/3." })
  cadence: string;
}

@ObjectType("NumberOffer", { description: "A number that a reseller offers to those right below." })
export class NumberOfferType {
  /** Not part of the contract: what field resolvers read. */
  row: NumberOfferRow;

  @Field(() => ID, { description: "By which it is ordered; the item itself is seen once it is yours." })
  itemId: string;

  @Field(() => String, { description: "The number, in E.164." })
  number: string;

  @Field(() => String, { description: "Of these terms: whoever orders it says which ones they saw." })
  fingerprint: string;

  @Field(() => NumberTermsType, { description: "What it would cost." })
  terms: NumberTermsType;
}

@ObjectType("NumberLease", { description: "A number that a reseller has ordered from the one right above." })
export class NumberLeaseType {
  /** Not part of the contract: what field resolvers read. */
  row: NumberLeaseRow;

  @Field(() => String, { description: "The number, in E.164." })
  number: string;

  @Field(() => NumberTermsType, { description: "What it costs." })
  terms: NumberTermsType;

  @Field(() => DateTimeScalar, { description: "When it was ordered." })
  orderedAt: Date;
}

export function toNumberOffer(row: NumberOfferRow): NumberOfferType {
  const { itemId, number } = row;
  const fingerprint = fingerprintOf(row);
  const terms = toTerms(row);
  return Object.assign(new NumberOfferType(), { row, itemId: encodeId("itm", itemId), number, fingerprint, terms });
}

export function toNumberLease(row: NumberLeaseRow): NumberLeaseType {
  const { number, orderedAt } = row;
  return Object.assign(new NumberLeaseType(), { row, number, terms: toTerms(row), orderedAt });
}

function toTerms(row: NumberOfferRow | NumberLeaseRow): NumberTermsType {
  const { setupMicros, monthlyMicros, currency, billing, ratePerMinute, cadence } = row;
  return Object.assign(new NumberTermsType(), {
    setup: toMoneyOrNull(BigInt(setupMicros), currency),
    monthly: toMoneyOrNull(BigInt(monthlyMicros), currency),
    billing,
    perMinute: formatRate(BigInt(ratePerMinute)),
    cadence,
  });
}

@InputType("OfferNumbersInput", { description: "Free numbers of your stock, and what they cost those right below." })
export class OfferNumbersInputType {
  @Field(() => [ID], { description: "Ids of the items, at most 500." })
  itemIds: string[];

  @Field(() => ID, {
    nullable: true,
    description: "Id of the reseller right below that they are offered to; to all of them unless given.",
  })
  resellerId?: string | null;

  @Field(() => DecimalScalar, { description: "Asked once." })
  setup: string;

  @Field(() => DecimalScalar, { description: "Asked each month, in advance." })
  monthly: string;

  @Field(() => DidBillingEnum, {
    nullable: true,
    description: "How calls that come in are charged; not at all unless given.",
  })
  billing?: DidBilling | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What a minute of a call that comes in costs, where they are charged by their minutes.",
  })
  perMinute?: string | null;

  @Field(() => CadenceInputType, {
    nullable: true,
    description: "How their seconds are counted; whole minutes unless given.",
  })
  cadence?: CadenceInputType | null;
}

@InputType("WithdrawNumbersInput", { description: "Numbers that are offered no more." })
export class WithdrawNumbersInputType {
  @Field(() => [ID], { description: "Ids of the items, at most 500." })
  itemIds: string[];
}

@InputType("OrderNumberInput", { description: "Which number is ordered, at which terms." })
export class OrderNumberInputType {
  @Field(() => ID, { description: "The same key and arguments give the first answer again." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the item, as the offer says." })
  itemId: string;

  @Field(() => String, { description: "Of the terms that were seen, as the offer says." })
  fingerprint: string;
}

@InputType("ChangeNumberLeaseInput", {
  description: "What a number costs the reseller right below that ordered it; what is left out stays.",
})
export class ChangeNumberLeaseInputType {
  @Field(() => ID, { description: "Id of the item." })
  itemId: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Asked each month, from the next one on." })
  monthly?: string | null;

  @Field(() => DidBillingEnum, { nullable: true, description: "How calls that come in are charged." })
  billing?: DidBilling | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What a minute of a call that comes in costs, where they are charged by their minutes.",
  })
  perMinute?: string | null;

  @Field(() => CadenceInputType, { nullable: true, description: "How their seconds are counted." })
  cadence?: CadenceInputType | null;
}

@InputType("GiveBackNumberInput", { description: "Which number is given back." })
export class GiveBackNumberInputType {
  @Field(() => ID, { description: "Id of the item." })
  itemId: string;
}

@ObjectType("NumbersPayload", { description: "Result of a change of numbers in stock." })
export class NumbersPayloadType {
  @Field(() => [InventoryItemType], { description: "The items, where they are in your stock; none when refused." })
  items: InventoryItemType[];

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
