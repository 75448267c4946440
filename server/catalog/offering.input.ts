import type { SuspensionPolicy } from "@tierline/shared/charge.ts";
import type { CustomerKind, CustomFieldKind, OfferingKind, ServiceType } from "@tierline/shared/kinds.ts";
import { Field, ID, InputType, Int } from "type-graphql";
import { CustomerKindEnum } from "../customers/customer-enums.ts";
import { DecimalScalar } from "../kernel/scalars.ts";
import { CustomFieldKindEnum, OfferingKindEnum, ServiceTypeEnum, SuspensionPolicyEnum } from "./catalog.enums.ts";

@InputType("OfferingFilter", { description: "Which offerings; all conditions must hold." })
export class OfferingFilterInput {
  @Field(() => OfferingKindEnum, { nullable: true, description: "Plans or add-ons only." })
  kind?: OfferingKind | null;

  @Field(() => CustomerKindEnum, { nullable: true, description: "For this kind of customer." })
  segment?: CustomerKind | null;

  @Field(() => ServiceTypeEnum, { nullable: true, description: "Of this type." })
  serviceType?: ServiceType | null;

  @Field(() => ID, { nullable: true, description: "That this customer may have, at the price of its reseller." })
  customerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Of the add-ons those that fit this service, and what its customer may have.",
  })
  serviceId?: string | null;

  @Field(() => String, { nullable: true, description: "Part of name, description or slug, in any case." })
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "For editing the catalog: also what is not sold at present and what tiers below yours have made. Needs the permission catalog.edit.",
  })
  includeDisabled?: boolean | null;
}

@InputType("InventoryRequirementInput", { description: "One item that an offering needs from stock." })
export class InventoryRequirementInputType {
  @Field(() => String, { description: "Key of the inventory template." })
  templateKey: string;

  @Field(() => String, { description: "The name under which the playbook knows the item, e.g. sim." })
  slot: string;

  @Field(() => String, { nullable: true, description: "What people call it; the template's label unless given." })
  label?: string | null;

  @Field(() => Boolean, { description: "Whether it cannot be ordered without." })
  isRequired: boolean;
}

@InputType("CustomFieldDefinitionInput", { description: "A field of an offering's own." })
export class CustomFieldDefinitionInputType {
  @Field(() => String, { description: "Short name, unique in the offering: lower-case letters, digits and dashes." })
  key: string;

  @Field(() => String, { description: "What people call it." })
  label: string;

  @Field(() => CustomFieldKindEnum, { description: "What it takes." })
  kind: CustomFieldKind;

  @Field(() => Boolean, { description: "Whether an order needs it." })
  isRequired: boolean;

  @Field(() => [String], { nullable: true, description: "What a CHOICE may be." })
  choices?: string[] | null;

  @Field(() => Int, { nullable: true, description: "Characters of a TEXT at most." })
  maxLength?: number | null;
}

@InputType("OfferingPriceInput", {
  description: "Amounts in the seller's currency; what is left out stays, null means none.",
})
export class OfferingPriceInputType {
  @Field(() => DecimalScalar, { nullable: true, description: "Once, with the first period." })
  setup?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "For each billing period." })
  recurring?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Once, for something that does not recur." })
  oneOff?: string | null;
}

@InputType("PackageTermsInput", { description: "What an offering is to people who work together." })
export class PackageTermsInputType {
  @Field(() => String, {
    description: "By which customers and subscribers name it: lower-case letters, digits and underscores.",
  })
  key: string;

  @Field(() => Int, { description: "0 to 1,000: who administers a customer gets the highest." })
  rank: number;

  @Field(() => Boolean, { description: "Whether messages belong to it." })
  messaging: boolean;

  @Field(() => Boolean, { description: "Whether meetings belong to it." })
  meetings: boolean;

  @Field(() => Boolean, { description: "Whether calls belong to it." })
  calling: boolean;

  @Field(() => [String], { nullable: true, description: "Keys of packages of which one has to be there too." })
  needsOneOf?: string[] | null;

  @Field(() => Boolean, { description: "Whether a person can hold it." })
  isForSubscribers: boolean;

  @Field(() => Boolean, { description: "Whether it is shown, and not sold yet." })
  isComingSoon: boolean;
}

@InputType("CreateOfferingInput", { description: "A new plan or add-on." })
export class CreateOfferingInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => String, { description: "Short name that never changes: lower-case letters, digits and dashes." })
  slug: string;

  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => String, { nullable: true, description: "What it is, in a few sentences." })
  description?: string | null;

  @Field(() => OfferingKindEnum, { description: "Plan or add-on." })
  kind: OfferingKind;

  @Field(() => ServiceTypeEnum, { description: "What kind of service it makes or changes." })
  serviceType: ServiceType;

  @Field(() => [CustomerKindEnum], { description: "For which customers it is." })
  segments: CustomerKind[];

  @Field(() => Boolean, { description: "Whether it is sold at once." })
  isEnabled: boolean;

  @Field(() => [String], { nullable: true, description: "At most six short facts for its card." })
  facts?: string[] | null;

  @Field(() => String, { nullable: true, description: "Name of its icon." })
  icon?: string | null;

  @Field(() => OfferingPriceInputType, {
    description: "What it costs your customers; a recurring or one-off price is needed.",
  })
  price: OfferingPriceInputType;

  @Field(() => OfferingPriceInputType, {
    nullable: true,
    description: "What it costs you; needs the permission finance.view.",
  })
  cost?: OfferingPriceInputType | null;

  @Field(() => Int, { nullable: true, description: "Months of one billing period; 1 unless said otherwise." })
  billingIntervalMonths?: number | null;

  @Field(() => Int, { nullable: true, description: "Months that a customer is bound; 1 unless said otherwise." })
  contractTermMonths?: number | null;

  @Field(() => SuspensionPolicyEnum, {
    nullable: true,
    description: "Whether it is charged while it is suspended; it is not unless said so.",
  })
  whileSuspended?: SuspensionPolicy | null;

  @Field(() => [InventoryRequirementInputType], {
    nullable: true,
    description: "What it needs from stock, at most eight.",
  })
  requirements?: InventoryRequirementInputType[] | null;

  @Field(() => [CustomFieldDefinitionInputType], { nullable: true, description: "Fields of its own, at most twenty." })
  customFields?: CustomFieldDefinitionInputType[] | null;

  @Field(() => String, { description: "Key of the playbook that provisions it." })
  playbookKey: string;

  @Field(() => Boolean, { nullable: true, description: "Whether an order names a site; not unless said so." })
  needsSite?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether somebody has to install it; not unless said so." })
  needsInstallation?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Of a plan for voice: calls at a time that a line may have at most, 1 to 1,000; not given: it does not say.",
  })
  simultaneousCalls?: number | null;

  @Field(() => PackageTermsInputType, {
    nullable: true,
    description: "Of COLLABORATION, which asks for it: which package or add-on it is.",
  })
  package?: PackageTermsInputType | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it is sold below what it costs; needs the permission price.sell_below_cost.",
  })
  belowCostReason?: string | null;
}

@InputType("UpdateOfferingInput", { description: "What to change of an offering; what is left out stays." })
export class UpdateOfferingInputType {
  @Field(() => ID, { description: "Id of the offering." })
  id: string;

  @Field(() => Int, { description: "The version that you have read." })
  version: number;

  @Field(() => String, { nullable: true, description: "Name." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "What it is; null empties." })
  description?: string | null;

  @Field(() => [CustomerKindEnum], { nullable: true, description: "For which customers it is." })
  segments?: CustomerKind[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is sold." })
  isEnabled?: boolean | null;

  @Field(() => [String], { nullable: true, description: "All short facts for its card." })
  facts?: string[] | null;

  @Field(() => String, { nullable: true, description: "Name of its icon." })
  icon?: string | null;

  @Field(() => OfferingPriceInputType, {
    nullable: true,
    description:
      "What it costs your customers. For an offering of a reseller above you this is your own price, and all that you can set.",
  })
  price?: OfferingPriceInputType | null;

  @Field(() => OfferingPriceInputType, {
    nullable: true,
    description: "What it costs you; needs the permission finance.view.",
  })
  cost?: OfferingPriceInputType | null;

  @Field(() => Int, { nullable: true, description: "Months of one billing period." })
  billingIntervalMonths?: number | null;

  @Field(() => Int, { nullable: true, description: "Months that a customer is bound." })
  contractTermMonths?: number | null;

  @Field(() => SuspensionPolicyEnum, {
    nullable: true,
    description: "Whether it is charged while it is suspended. What is sold already goes on as it was sold.",
  })
  whileSuspended?: SuspensionPolicy | null;

  @Field(() => [InventoryRequirementInputType], { nullable: true, description: "All that it needs from stock." })
  requirements?: InventoryRequirementInputType[] | null;

  @Field(() => [CustomFieldDefinitionInputType], { nullable: true, description: "All fields of its own." })
  customFields?: CustomFieldDefinitionInputType[] | null;

  @Field(() => String, { nullable: true, description: "Key of the playbook that provisions it." })
  playbookKey?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether an order names a site." })
  needsSite?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether somebody has to install it." })
  needsInstallation?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Of a plan for voice: calls at a time that a line may have at most, 1 to 1,000; null: it does not say. Not less than a line of it may have at present.",
  })
  simultaneousCalls?: number | null;

  @Field(() => PackageTermsInputType, {
    nullable: true,
    description: "All of what it is as a package or add-on; its key stays what it is.",
  })
  package?: PackageTermsInputType | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it is sold below what it costs; needs the permission price.sell_below_cost.",
  })
  belowCostReason?: string | null;
}
