import type { SuspensionPolicy } from "@tierline/shared/charge.ts";
import { encodeId } from "@tierline/shared/id.ts";
import type { CustomFieldKind, CustomerKind, OfferingKind, ServiceType } from "@tierline/shared/kinds.ts";
import type { Money } from "@tierline/shared/money.ts";
import { Field, Int, ObjectType } from "type-graphql";
import type { Sentence } from "@tierline/shared/sentence.ts";
import { CustomerKindEnum } from "../customers/customer-enums.ts";
import { connectionOf } from "../kernel/connection.type.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DecimalScalar } from "../kernel/scalars.ts";
import {
  CustomFieldKindEnum,
  EligibilityReasonCodeEnum,
  OfferingKindEnum,
  ServiceTypeEnum,
  SuspensionPolicyEnum,
} from "./catalog.enums.ts";
import type { EligibilityReasonCode } from "@tierline/shared/eligibility.ts";
import type { OfferingRequirementRow, OfferingRow } from "./offering.entity.ts";
import type { Amounts, MarginTerms } from "./price-terms.ts";

@ObjectType("OfferingPrice", { description: "Amounts by when they are due; null where there is none of the kind." })
export class OfferingPriceType {
  @Field(() => MoneyType, { nullable: true, description: "Once, with the first period." })
  setup: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "For each billing period, in advance." })
  recurring: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "Once, for something that does not recur." })
  oneOff: MoneyType | null;
}

@ObjectType("Margin", { description: "Price less cost; may be negative." })
export class MarginType extends OfferingPriceType {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of the recurring price, in per cent with two places, e.g. "66.67".',
  })
  recurringPercent: string | null;
}

export function toOfferingPrice({ setup, recurring, oneOff }: Amounts): OfferingPriceType {
  const shown = (amount: Money | null) => (amount === null ? null : toMoney(amount));
  return { setup: shown(setup), recurring: shown(recurring), oneOff: shown(oneOff) };
}

export function toMargin(terms: MarginTerms): MarginType {
  return Object.assign(toOfferingPrice(terms), { recurringPercent: terms.recurringPercent });
}

@ObjectType("CustomFieldDefinition", { description: "A field of an offering's own, asked for when it is ordered." })
export class CustomFieldDefinitionType {
  @Field(() => String, { description: "Short name, unique in the offering." })
  key: string;

  @Field(() => String, { description: "What people call it." })
  label: string;

  @Field(() => CustomFieldKindEnum, { description: "What it takes." })
  kind: CustomFieldKind;

  @Field(() => Boolean, { description: "Whether an order needs it." })
  isRequired: boolean;

  @Field(() => [String], { description: "What a CHOICE may be; empty for other kinds." })
  choices: string[];

  @Field(() => Int, { nullable: true, description: "Characters at most." })
  maxLength: number | null;
}

@ObjectType("InventoryRequirement", { description: "One item that an offering needs from stock." })
export class InventoryRequirementType {
  /** Not part of the contract: what field resolvers read. */
  row: OfferingRequirementRow;
  sellerPath: string;

  @Field(() => String, { description: "The name under which its playbook knows the item, e.g. sim." })
  slot: string;

  @Field(() => String, { description: "What people call it." })
  label: string;

  @Field(() => Boolean, { description: "Whether it cannot be ordered without." })
  isRequired: boolean;
}

@ObjectType("EligibilityReason", { description: "One reason why an offering cannot be assigned." })
export class EligibilityReasonType {
  @Field(() => EligibilityReasonCodeEnum, { description: "The reason, for programs." })
  code: EligibilityReasonCode;

  @Field(() => String, { description: "The reason in a sentence, for people." })
  message: Sentence;
}

@ObjectType("Eligibility", { description: "Whether an offering can be assigned, and if not, why not." })
export class EligibilityType {
  @Field(() => Boolean, { description: "True when nothing speaks against it." })
  isEligible: boolean;

  @Field(() => [EligibilityReasonType], { description: "Every reason against it; empty when it is eligible." })
  reasons: EligibilityReasonType[];
}

@ObjectType("PackageTerms", {
  description: "What an offering is to people who work together: a package, or an add-on.",
})
export class PackageTermsType {
  @Field(() => String, { description: "By which customers and subscribers name it, e.g. `webex_suite`." })
  key: string;

  @Field(() => Int, {
    description: "Who administers a customer gets the one of the highest rank, and never a lower one.",
  })
  rank: number;

  @Field(() => Boolean, { description: "Whether messages belong to it." })
  messaging: boolean;

  @Field(() => Boolean, { description: "Whether meetings belong to it." })
  meetings: boolean;

  @Field(() => Boolean, { description: "Whether calls belong to it: a phone number or extension is asked for." })
  calling: boolean;

  @Field(() => [String], { description: "Keys of packages of which one has to be there too; empty: none." })
  needsOneOf: string[];

  @Field(() => Boolean, { description: "A person can hold it; otherwise it is the customer's as a whole." })
  isForSubscribers: boolean;

  @Field(() => Boolean, { description: "It is shown, and not sold yet." })
  isComingSoon: boolean;
}

@ObjectType("Offering", { implements: NodeType, description: "What the catalog sells: a plan or an add-on." })
export class OfferingType extends NodeType {
  /** Not part of the contract: what field resolvers read. The seller is the tier at whose price it is shown. */
  row: OfferingRow;
  sellerPath: string;

  @Field(() => String, { description: "Short name that never changes, unique at its reseller, e.g. mobile-20gb." })
  slug: string;

  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => String, { description: "What it is, in a few sentences; may be empty." })
  description: string;

  @Field(() => OfferingKindEnum, { description: "Plan or add-on." })
  kind: OfferingKind;

  @Field(() => ServiceTypeEnum, { description: "What kind of service it makes or changes." })
  serviceType: ServiceType;

  @Field(() => [CustomerKindEnum], { description: "For which customers it is." })
  segments: CustomerKind[];

  @Field(() => Boolean, { description: "Whether it is sold at present." })
  isEnabled: boolean;

  @Field(() => String, { description: "Name of its icon." })
  icon: string;

  @Field(() => [String], { description: "A few short facts for its card." })
  facts: string[];

  @Field(() => Int, { description: "Months of one billing period." })
  billingIntervalMonths: number;

  @Field(() => Int, { description: "Months that a customer is bound." })
  contractTermMonths: number;

  @Field(() => SuspensionPolicyEnum, {
    description:
      "Whether it is charged while it is suspended, at every sale on the way. What is sold goes on as it was sold.",
  })
  whileSuspended: SuspensionPolicy;

  @Field(() => [CustomFieldDefinitionType], { description: "Fields of its own, asked for when it is ordered." })
  customFields: CustomFieldDefinitionType[];

  @Field(() => Boolean, { description: "Whether an order names the site where it is used." })
  needsSite: boolean;

  @Field(() => Boolean, { description: "Whether somebody has to install it, on a day that the order names." })
  needsInstallation: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "Of a plan for voice: calls at a time that a line may have at most; null: it does not say.",
  })
  simultaneousCalls: number | null;

  @Field(() => PackageTermsType, {
    nullable: true,
    description: "Of what people work together with: which package or add-on it is; null for all else.",
  })
  package: PackageTermsType | null;

  @Field(() => Int, { description: "Grows with every change; hand it in when you update." })
  version: number;
}

export function toOffering(row: OfferingRow, sellerPath: string): OfferingType {
  const { slug, name, description, kind, serviceType, segments, isEnabled, icon, facts, customFields } = row;
  const { billingIntervalMonths, contractTermMonths, whileSuspended, needsSite, needsInstallation, version } = row;
  return Object.assign(new OfferingType(), {
    row,
    sellerPath,
    id: encodeId("ofr", row.id),
    slug,
    name,
    description,
    kind,
    serviceType,
    segments,
    isEnabled,
    icon,
    facts,
    billingIntervalMonths,
    contractTermMonths,
    whileSuspended,
    customFields,
    needsSite,
    needsInstallation,
    simultaneousCalls: row.simultaneousCalls ?? null,
    package: row.packageTerms == null ? null : { ...row.packageTerms, needsOneOf: [...row.packageTerms.needsOneOf] },
    version,
  });
}

@ObjectType("HiddenCount", { description: "How many offerings one reason hides from a list." })
export class HiddenCountType {
  @Field(() => EligibilityReasonCodeEnum, { description: "The reason." })
  reason: EligibilityReasonCode;

  @Field(() => Int, { description: "How many it hides; each hidden offering is counted once." })
  count: number;
}

@ObjectType("OfferingKindCount", { description: "How many offerings of one kind a list has." })
export class OfferingKindCountType {
  @Field(() => OfferingKindEnum, { description: "The kind." })
  kind: OfferingKind;

  @Field(() => Int, { description: "How many." })
  count: number;
}

@ObjectType("OfferingConnection", { description: "A page of the catalog." })
export class OfferingConnectionType extends connectionOf("Offering", () => OfferingType) {}
