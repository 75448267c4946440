import { tryParseMoney } from "@tierline/shared/money.ts";
import type {
  CreateOfferingInput,
  CustomerKind,
  CustomFieldKind,
  OfferingKind,
  OfferingPriceInput,
  ServiceType,
  SuspensionPolicy,
  UpdateOfferingInput,
} from "../../api/generated/schema.ts";
import type { OfferingDetailsFragment } from "./offering.generated.ts";

export const amountKinds = ["setup", "recurring", "oneOff"] as const;
export type AmountKind = (typeof amountKinds)[number];
export type Amounts = Record<AmountKind, string>;

export interface RequirementValues {
  readonly templateKey: string;
  readonly slot: string;
  readonly label: string;
  readonly isRequired: boolean;
}

export interface CustomFieldValues {
  readonly key: string;
  readonly label: string;
  readonly kind: CustomFieldKind;
  readonly isRequired: boolean;
  /** One a line. */
  readonly choices: string;
  readonly maxLength: number | "";
}

/** What it is as a package or add-on. */
export interface PackageValues {
  readonly key: string;
  readonly rank: number | "";
  readonly messaging: boolean;
  readonly meetings: boolean;
  readonly calling: boolean;
  readonly needsOneOf: string[];
  readonly isForSubscribers: boolean;
  readonly isComingSoon: boolean;
}

/** An offering as it stands in the form: amounts and lists as they are typed. */
export interface OfferingValues {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly kind: OfferingKind;
  readonly serviceType: ServiceType;
  readonly segments: CustomerKind[];
  readonly isEnabled: boolean;
  /** One a line. */
  readonly facts: string;
  readonly billingIntervalMonths: number;
  readonly contractTermMonths: number;
  readonly whileSuspended: SuspensionPolicy;
  readonly price: Amounts;
  readonly cost: Amounts;
  readonly requirements: RequirementValues[];
  readonly customFields: CustomFieldValues[];
  readonly playbookKey: string;
  readonly needsSite: boolean;
  readonly needsInstallation: boolean;
  /** Calls at a time of a line; empty: it does not say. */
  readonly simultaneousCalls: number | "";
  /** Asked for where the price is below the cost. */
  readonly belowCostReason: string;
  /** Asked for of what people work together with. */
  readonly package: PackageValues;
}

const emptyPackage: PackageValues = {
  key: "",
  rank: 0,
  messaging: false,
  meetings: false,
  calling: false,
  needsOneOf: [],
  isForSubscribers: true,
  isComingSoon: false,
};

export const emptyValues: OfferingValues = {
  slug: "",
  name: "",
  description: "",
  kind: "PLAN",
  serviceType: "MOBILE",
  segments: ["INDIVIDUAL"],
  isEnabled: false,
  facts: "",
  billingIntervalMonths: 1,
  contractTermMonths: 1,
  whileSuspended: "STOP_BILLING",
  price: { setup: "", recurring: "", oneOff: "" },
  cost: { setup: "", recurring: "", oneOff: "" },
  requirements: [],
  customFields: [],
  playbookKey: "",
  needsSite: false,
  needsInstallation: false,
  simultaneousCalls: "",
  belowCostReason: "",
  package: emptyPackage,
};

export function valuesOf(offering: OfferingDetailsFragment): OfferingValues {
  const { slug, name, description, kind, serviceType, isEnabled, billingIntervalMonths, contractTermMonths } = offering;
  const { whileSuspended, needsSite, needsInstallation } = offering;
  return {
    slug,
    name,
    description,
    kind,
    serviceType,
    isEnabled,
    billingIntervalMonths,
    contractTermMonths,
    whileSuspended,
    needsSite,
    needsInstallation,
    simultaneousCalls: offering.simultaneousCalls ?? "",
    belowCostReason: "",
    package: packageOf(offering),
    segments: [...offering.segments],
    facts: offering.facts.join("\n"),
    price: amountsOf(ownPriceOf(offering)),
    cost: amountsOf(offering.cost),
    requirements: offering.requirements.map(({ template, slot, label, isRequired }) => ({
      templateKey: template.key,
      slot,
      label,
      isRequired,
    })),
    customFields: offering.customFields.map(({ choices, maxLength, ...field }) => ({
      key: field.key,
      label: field.label,
      kind: field.kind,
      isRequired: field.isRequired,
      choices: choices.join("\n"),
      maxLength: maxLength ?? "",
    })),
    playbookKey: offering.playbook?.key ?? "",
  };
}

function packageOf({ package: terms }: OfferingDetailsFragment): PackageValues {
  if (terms === null) return emptyPackage;
  const { key, rank, messaging, meetings, calling, needsOneOf, isForSubscribers, isComingSoon } = terms;
  return { key, rank, messaging, meetings, calling, needsOneOf: [...needsOneOf], isForSubscribers, isComingSoon };
}

/** What the form changes: where customers pay by a list, that is another price than the one that they see. */
export function ownPriceOf({ ownPrice, price }: OfferingDetailsFragment): OfferingDetailsFragment["price"] {
  return ownPrice ?? price;
}

function amountsOf(money: OfferingDetailsFragment["price"] | null | undefined): Amounts {
  const { setup, recurring, oneOff } = money ?? { setup: null, recurring: null, oneOff: null };
  return { setup: setup?.amount ?? "", recurring: recurring?.amount ?? "", oneOff: oneOff?.amount ?? "" };
}

export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** As the API takes it: some write `15,00`. Empty means that there is none. */
export function decimalOf(typed: string): string | null {
  const text = typed.trim().replace(/^([^.,]*),([^.,]*)$/, "$1.$2");
  return text === "" ? null : text;
}

export function isAmount(typed: string): boolean {
  const decimal = decimalOf(typed);
  return decimal === null || (tryParseMoney(decimal, "XXX") !== null && !decimal.startsWith("-"));
}

/** Only what was changed goes out: someone who may only set their own price changes nothing else by saving. */
export function updateInput(
  { id, version }: { readonly id: string; readonly version: number },
  before: OfferingValues,
  after: OfferingValues,
): UpdateOfferingInput {
  const sent = inputsOf(after);
  const was = inputsOf(before);
  const keys = Object.keys(sent) as (keyof typeof sent)[];
  const changed = Object.fromEntries(
    keys
      .filter((key) => key !== "cost" && key !== "price" && JSON.stringify(sent[key]) !== JSON.stringify(was[key]))
      .map((key) => [key, sent[key]]),
  );
  const price = changedAmounts(before.price, after.price);
  const cost = changedAmounts(before.cost, after.cost);
  return { id, version, ...changed, ...(price !== null && { price }), ...(cost !== null && { cost }) };
}

export function createInput(values: OfferingValues): Omit<CreateOfferingInput, "idempotencyKey"> {
  const { cost, ...rest } = inputsOf(values);
  const hasCost = amountKinds.some((kind) => cost[kind] !== null);
  const { slug, kind, serviceType } = values;
  return { slug: slug.trim(), kind, serviceType, icon: icons[serviceType], ...rest, ...(hasCost && { cost }) };
}

const icons: Record<ServiceType, string> = {
  MOBILE: "device-mobile",
  INTERNET: "router",
  IPTV: "device-tv",
  VOIP: "phone",
  COLLABORATION: "users",
};

/** What only a plan for voice says. */
export function isLinePlan({ kind, serviceType }: Pick<OfferingValues, "kind" | "serviceType">): boolean {
  return kind === "PLAN" && serviceType === "VOIP";
}

export function isPackage({ serviceType }: Pick<OfferingValues, "serviceType">): boolean {
  return serviceType === "COLLABORATION";
}

function inputsOf(values: OfferingValues) {
  return {
    name: values.name.trim(),
    description: values.description.trim(),
    segments: values.segments,
    isEnabled: values.isEnabled,
    facts: linesOf(values.facts),
    billingIntervalMonths: values.billingIntervalMonths,
    contractTermMonths: values.contractTermMonths,
    whileSuspended: values.whileSuspended,
    price: decimalsOf(values.price),
    cost: decimalsOf(values.cost),
    requirements: values.requirements.map(({ label, ...each }) => ({ ...each, label: label.trim() || null })),
    customFields: values.customFields.map(({ choices, maxLength, ...field }) => ({
      ...field,
      choices: field.kind === "CHOICE" ? linesOf(choices) : [],
      maxLength: field.kind === "TEXT" && maxLength !== "" ? maxLength : null,
    })),
    playbookKey: values.playbookKey,
    needsSite: values.needsSite,
    needsInstallation: values.needsInstallation,
    simultaneousCalls: isLinePlan(values) && values.simultaneousCalls !== "" ? values.simultaneousCalls : null,
    ...(isPackage(values) && {
      package: { ...values.package, key: values.package.key.trim(), rank: Number(values.package.rank) },
    }),
    ...(values.belowCostReason.trim() !== "" && { belowCostReason: values.belowCostReason.trim() }),
  };
}

function decimalsOf(amounts: Amounts): Record<AmountKind, string | null> {
  return {
    setup: decimalOf(amounts.setup),
    recurring: decimalOf(amounts.recurring),
    oneOff: decimalOf(amounts.oneOff),
  };
}

function changedAmounts(before: Amounts, after: Amounts): OfferingPriceInput | null {
  const changed = amountKinds.filter((kind) => decimalOf(before[kind]) !== decimalOf(after[kind]));
  return changed.length === 0 ? null : Object.fromEntries(changed.map((kind) => [kind, decimalOf(after[kind])]));
}
