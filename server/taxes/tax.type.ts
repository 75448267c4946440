import { percentOf, taxedKinds, type TaxedKind } from "@tierline/shared/tax.ts";
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { BillingAccountType } from "../billing/billing.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { DateScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { TaxRateRow } from "./tax.entity.ts";

const TaxedKindEnum = enumOf<TaxedKind>(taxedKinds);
registerEnumType(TaxedKindEnum, {
  name: "TaxedKind",
  description: "What a tax is taken of.",
  valuesConfig: {
    SETUP: { description: "What is charged once, to set something up." },
    RECURRING: { description: "What is charged for each period." },
    ONE_OFF: { description: "What is charged once, for the thing itself." },
    CALLS: { description: "Calls." },
    BY_HAND: { description: "What was entered by hand." },
  },
});

@ObjectType("TaxRate", {
  description:
    "What is taken of what is sold to a place, from a day on. The latest one of a name and place that has begun counts.",
})
export class TaxRateType {
  @Field(() => String, { description: "As it stands on invoices." })
  name: string;

  @Field(() => String, { description: "Of the buyer's billing address, ISO 3166-1 alpha-2." })
  country: string;

  @Field(() => String, { nullable: true, description: "Of the buyer's billing address; null: all of the country." })
  region: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Per cent, with at most 4 places; null: it is not taken any more.",
  })
  percent: string | null;

  @Field(() => Boolean, { description: "Whether prices have it in them already." })
  isIncluded: boolean;

  @Field(() => [TaxedKindEnum], { description: "What it is taken of." })
  kinds: TaxedKind[];

  @Field(() => DateScalar, { description: "The first day of invoices that it counts for." })
  effectiveFrom: string;

  @Field(() => Boolean, { description: "Whether it counts today." })
  isInForce: boolean;
}

export interface ListedTaxRate {
  readonly row: TaxRateRow;
  readonly isInForce: boolean;
}

export function toTaxRate({ row, isInForce }: ListedTaxRate): TaxRateType {
  const { name, country, isIncluded, kinds, effectiveFrom, percentUnits: units } = row;
  return Object.assign(new TaxRateType(), {
    name,
    country,
    region: row.region ?? null,
    percent: units == null ? null : percentOf(BigInt(units)),
    isIncluded,
    kinds: [...kinds],
    effectiveFrom,
    isInForce,
  });
}

@ObjectType("TaxExemption", { description: "Why a buyer is asked for no tax." })
export class TaxExemptionType {
  @Field(() => String, { description: "As it stands on invoices." })
  reason: string;

  @Field(() => String, { nullable: true, description: "The buyer's number with its tax office." })
  taxNumber: string | null;
}

@InputType("SetTaxRateInput", { description: "A rate, its place, and from when on." })
export class SetTaxRateInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect." })
  idempotencyKey: string;

  @Field(() => String, { description: "As it stands on invoices." })
  name: string;

  @Field(() => String, { description: "Of the buyer's billing address, ISO 3166-1 alpha-2." })
  country: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Of the buyer's billing address, however it is capitalized; missing: all of the country. A region's rate goes before the country's of the same name.",
  })
  region?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Per cent, 0 to 100 with at most 4 places; missing: it is not taken from then on.",
  })
  percent?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether prices have it in them already; missing: no." })
  isIncluded?: boolean | null;

  @Field(() => [TaxedKindEnum], { nullable: true, description: "What it is taken of; missing: everything." })
  kinds?: TaxedKind[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day of invoices that it counts for, today at the earliest; missing: today.",
  })
  effectiveFrom?: string | null;
}

@ObjectType("TaxRatesPayload", { description: "Result of setTaxRate." })
export class TaxRatesPayloadType {
  @Field(() => [TaxRateType], { description: "All rates of your own reseller as they are now; none when refused." })
  taxRates: TaxRateType[];

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@InputType("SetTaxExemptionInput", { description: "Which buyer, and why it is asked for no tax." })
export class SetTaxExemptionInputType {
  @Field(() => ID, { description: "Id of the billing account." })
  accountId: string;

  @Field(() => String, {
    nullable: true,
    description: "As it stands on invoices; missing: it is asked for taxes like others.",
  })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: "The buyer's number with its tax office." })
  taxNumber?: string | null;
}

@ObjectType("TaxExemptionPayload", { description: "Result of setTaxExemption." })
export class TaxExemptionPayloadType {
  @Field(() => BillingAccountType, { nullable: true, description: "The account; null when refused." })
  billingAccount: BillingAccountType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
