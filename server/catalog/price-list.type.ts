import { encodeId } from "@tierline/shared/id.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { formatPercent } from "@tierline/shared/rate.ts";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MoneyType } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { PriceRuleEnum, type PriceRule } from "./explained-price.type.ts";
import { OfferingPriceType, OfferingType } from "./offering.type.ts";
import type { OwnPriceValue, PriceListRow, PriceListVersionRow } from "./price-list.entity.ts";

const fixedText = "Put on what recurs and on what is paid once, first; in the seller's currency.";
const percentText = "Put on all, in per cent: (cost + fixed) × (1 + percent / 100).";
const exchangeText =
  "How much of the seller's currency one unit of what it pays in is worth; null where it is the same.";

@ObjectType("OwnPrice", { description: "A price of the seller's own: it replaces what the markup would make." })
export class OwnPriceType {
  /** Not part of the contract: what field resolvers read. */
  value: OwnPriceValue;
  currency: string;
}

@ObjectType("PriceListVersion", { description: "What a price list says from a time on, until the next one." })
export class PriceListVersionType {
  @Field(() => DateTimeScalar, { description: "From when." })
  effectiveFrom: Date;

  @Field(() => String, { description: "Of all its amounts: the seller's when it was saved." })
  currency: string;

  @Field(() => DecimalScalar, { description: fixedText })
  markupFixed: string;

  @Field(() => DecimalScalar, { description: percentText })
  markupPercent: string;

  @Field(() => DecimalScalar, { nullable: true, description: exchangeText })
  exchangeRate: string | null;

  @Field(() => [OwnPriceType], { description: "Prices of the seller's own." })
  ownPrices: OwnPriceType[];

  @Field(() => String, { nullable: true, description: "Why something of it is sold below what it costs." })
  belowCostReason: string | null;
}

@ObjectType("PriceList", {
  implements: NodeType,
  description: "How a reseller prices offerings for resellers right below it, or for its customers.",
})
export class PriceListType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: PriceListRow;

  @Field(() => String, { description: "Unique within the reseller." })
  name: string;
}

export function toPriceList(row: PriceListRow): PriceListType {
  return Object.assign(new PriceListType(), { row, id: encodeId("prl", row.id), name: row.name });
}

export function toPriceListVersion(row: PriceListVersionRow): PriceListVersionType {
  const { effectiveFrom, currency } = row;
  return Object.assign(new PriceListVersionType(), {
    effectiveFrom,
    currency,
    markupFixed: decimalOf(money(BigInt(row.markupFixedMicros), currency)),
    markupPercent: formatPercent(BigInt(row.markupPercent)),
    exchangeRate: row.exchangeRate ?? null,
    ownPrices: row.ownPrices.map((value) => Object.assign(new OwnPriceType(), { value, currency })),
    belowCostReason: row.reason ?? null,
  });
}

@ObjectType("PriceLoss", { description: "What would be sold below what it costs." })
export class PriceLossType {
  @Field(() => String, { description: "Name of the offering." })
  offering: string;

  @Field(() => MoneyType, { description: "What is asked." })
  price: MoneyType;

  @Field(() => MoneyType, { description: "What is paid for it." })
  cost: MoneyType;
}

@ObjectType("PriceMove", { description: "What a price list asks for an offering before and after a change." })
export class PriceMoveType {
  @Field(() => OfferingType, { description: "The offering." })
  offering: OfferingType;

  @Field(() => OfferingPriceType, { nullable: true, description: "What it asks now; null: nothing." })
  before: OfferingPriceType | null;

  @Field(() => OfferingPriceType, { nullable: true, description: "What it would ask; null: nothing." })
  after: OfferingPriceType | null;

  @Field(() => OfferingPriceType, { nullable: true, description: "What the seller pays; null where nobody said it." })
  pays: OfferingPriceType | null;

  @Field(() => OfferingPriceType, { nullable: true, description: "What would be left to the seller." })
  margin: OfferingPriceType | null;

  @Field(() => PriceRuleEnum, { nullable: true, description: "How the new price comes to be." })
  rule: PriceRule | null;
}

@ObjectType("PriceListPlan", { description: "What saving a price list would change." })
export class PriceListPlanType {
  @Field(() => String, { nullable: true, description: "The currency in which it asks; null when refused." })
  currency: string | null;

  @Field(() => [String], { description: "Names of the resellers that it was given to." })
  resellers: string[];

  @Field(() => Boolean, { description: "Whether it is for whoever below has no list of their own." })
  isForEverybodyElse: boolean;

  @Field(() => Boolean, {
    description:
      "Whether customers buy by it. What they buy from then on is sold at the new prices; what was sold keeps the price that was agreed.",
  })
  isForCustomers: boolean;

  @Field(() => [PriceMoveType], { description: "What is sold and changes, by name; 200 at most." })
  moves: PriceMoveType[];

  @Field(() => Int, { description: "How many more change." })
  hiddenCount: number;

  @Field(() => Int, { description: "How many stay as they are." })
  unchangedCount: number;

  @Field(() => [PriceLossType], { description: "What would be sold below what it costs." })
  losses: PriceLossType[];

  @Field(() => [UserErrorType], { description: "Why it would be refused; empty when it would not." })
  userErrors: UserErrorType[];
}

@InputType("OwnPriceInput", { description: "A price of the seller's own, of one offering; all of its amounts." })
export class OwnPriceInputType {
  @Field(() => ID, { description: "Id of the offering." })
  offeringId: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Once, with the first period; none unless given." })
  setup?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "For each billing period; none unless given." })
  recurring?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Once, for something that does not recur; none unless given.",
  })
  oneOff?: string | null;
}

@InputType()
abstract class PriceListTermsInputType {
  @Field(() => ID, { nullable: true, description: "Id of the list; without it, it is a new one." })
  id?: string | null;

  @Field(() => String, { description: "Unique within the reseller." })
  name: string;

  @Field(() => DecimalScalar, { nullable: true, description: fixedText })
  markupFixed?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: percentText })
  markupPercent?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Where the reseller pays in another currency." })
  exchangeRate?: string | null;

  @Field(() => [OwnPriceInputType], { nullable: true, description: "Prices of the seller's own, at most 500." })
  ownPrices?: OwnPriceInputType[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when; now unless given." })
  effectiveFrom?: Date | null;
}

@InputType("PriceListPlanInput", {
  description: "A price list as it might be from a time on; what is not given is none.",
})
export class PriceListPlanInputType extends PriceListTermsInputType {}

const idempotencyText = "The same key and arguments give the first answer again.";

@InputType("SavePriceListInput", {
  description: "A price list as it shall be from a time on; what is not given is none.",
})
export class SavePriceListInputType extends PriceListTermsInputType {
  @Field(() => ID, { description: idempotencyText })
  idempotencyKey: string;

  @Field(() => String, {
    nullable: true,
    description: "Why something is sold below what it costs; needs the permission price.sell_below_cost.",
  })
  belowCostReason?: string | null;
}

@InputType("AssignPriceListInput", { description: "Who buys by a price list from a time on." })
export class AssignPriceListInputType {
  @Field(() => ID, { description: idempotencyText })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the list." })
  id: string;

  @Field(() => ID, {
    nullable: true,
    description: "A reseller right below; without it, whoever of them has no list of their own.",
  })
  resellerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "All customers of your own instead of resellers; what it asks goes before an offering's own price.",
  })
  forCustomers?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when; now unless given." })
  effectiveFrom?: Date | null;
}

@ObjectType("PriceListPayload", { description: "Result of a change of a price list." })
export class PriceListPayloadType {
  @Field(() => PriceListType, { nullable: true, description: "The list as it is now; null when refused." })
  priceList: PriceListType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
