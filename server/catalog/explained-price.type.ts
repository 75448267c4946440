import type { CallRoute } from "@tierline/shared/call-route.ts";
import { offeringPriceRules, type OfferingPriceRule } from "@tierline/shared/offering-price.ts";
import { overrideScopes, type OverrideScope } from "@tierline/shared/selling-rate.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { CallRouteEnum } from "../rates/simulated-call.type.ts";

export const priceRules = [...offeringPriceRules, ...overrideScopes] as const;
export type PriceRule = OfferingPriceRule | OverrideScope;
export const PriceRuleEnum = enumOf<PriceRule>(priceRules);
registerEnumType(PriceRuleEnum, {
  name: "PriceRule",
  description: "How a price came to be.",
  valuesConfig: {
    OWN_PRICE: { description: "An own price of a price list, on which nothing is put." },
    MARKUP: { description: "(cost + fixed) × (1 + percent / 100)." },
    RETAIL: { description: "What customers pay: the seller's own price, or that of the nearest reseller above." },
    PREFIX: { description: "An own rate of a prefix." },
    COUNTRY: { description: "An own rate of a country." },
    US_CANADA: { description: "An own rate of the United States and Canada." },
  },
});

export const explainedKinds = ["SETUP", "RECURRING", "ONE_OFF", "MINUTE", "CONNECTION"] as const;
export type ExplainedKind = (typeof explainedKinds)[number];
const ExplainedKindEnum = enumOf<ExplainedKind>(explainedKinds);
registerEnumType(ExplainedKindEnum, {
  name: "ExplainedKind",
  description: "What a price is for.",
  valuesConfig: {
    SETUP: { description: "Once, with the first period." },
    RECURRING: { description: "Each billing period." },
    ONE_OFF: { description: "Once, for something that does not recur." },
    MINUTE: { description: "A minute of a call." },
    CONNECTION: { description: "Once a call." },
  },
});

@InputType("ExplainPriceInput", { description: "Either an offering or a number that is dialled." })
export class ExplainPriceInputType {
  @Field(() => ID, { nullable: true, description: "Id of the offering." })
  offeringId?: string | null;

  @Field(() => String, { nullable: true, description: "The number." })
  number?: string | null;

  @Field(() => ID, { nullable: true, description: "For this customer." })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: "For this reseller below. Neither: for your own customers." })
  resellerId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "At this time; now unless given." })
  at?: Date | null;
}

@ObjectType("PriceLine", { description: "One price, with what is paid for it." })
export class PriceLineType {
  @Field(() => ExplainedKindEnum, { description: "What it is for." })
  kind: ExplainedKind;

  @Field(() => DecimalScalar, { description: "What you ask." })
  sells: string;

  /** Not part of the contract: what the field resolvers read. */
  bought: { readonly buys: string | null; readonly margin: string | null; readonly formula: string | null };
}

@ObjectType("ExplainedPrice", {
  description: "Your own step of a price: what you pay, by what you sell, and what is left. Nobody else's is shown.",
})
export class ExplainedPriceType {
  @Field(() => String, { nullable: true, description: "Why there is none; null when there is." })
  problem: Sentence | null;

  @Field(() => String, { nullable: true, description: "Who sells: your reseller." })
  seller: string | null;

  @Field(() => String, { nullable: true, description: "The reseller right below that buys; null: your customers." })
  buyer: string | null;

  @Field(() => String, { nullable: true, description: "Of all amounts." })
  currency: string | null;

  @Field(() => PriceRuleEnum, { nullable: true, description: "How it came to be." })
  rule: PriceRule | null;

  @Field(() => CallRouteEnum, {
    nullable: true,
    description: "Of a minute: by which a call leaves, as the plan of who buys says.",
  })
  route: CallRoute | null;

  @Field(() => [PriceLineType], { description: "The prices; none where there is a problem." })
  lines: PriceLineType[];

  /** Not part of the contract: what the field resolvers read. */
  source: { readonly name: string; readonly effectiveFrom: Date } | null;
}
