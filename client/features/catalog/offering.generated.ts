/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A new plan or add-on. */
export type CreateOfferingInput = {
  /** Why it is sold below what it costs; needs the permission price.sell_below_cost. */
  belowCostReason?: string | null | undefined;
  /** Months of one billing period; 1 unless said otherwise. */
  billingIntervalMonths?: number | null | undefined;
  /** Months that a customer is bound; 1 unless said otherwise. */
  contractTermMonths?: number | null | undefined;
  /** What it costs you; needs the permission finance.view. */
  cost?: OfferingPriceInput | null | undefined;
  /** Fields of its own, at most twenty. */
  customFields?: Array<CustomFieldDefinitionInput> | null | undefined;
  /** What it is, in a few sentences. */
  description?: string | null | undefined;
  /** At most six short facts for its card. */
  facts?: Array<string> | null | undefined;
  /** Name of its icon. */
  icon?: string | null | undefined;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: string | number;
  /** Whether it is sold at once. */
  isEnabled: boolean;
  /** Plan or add-on. */
  kind: OfferingKind;
  /** Name. */
  name: string;
  /** Whether somebody has to install it; not unless said so. */
  needsInstallation?: boolean | null | undefined;
  /** Whether an order names a site; not unless said so. */
  needsSite?: boolean | null | undefined;
  /** Of COLLABORATION, which asks for it: which package or add-on it is. */
  package?: PackageTermsInput | null | undefined;
  /** Key of the playbook that provisions it. */
  playbookKey: string;
  /** What it costs your customers; a recurring or one-off price is needed. */
  price: OfferingPriceInput;
  /** What it needs from stock, at most eight. */
  requirements?: Array<InventoryRequirementInput> | null | undefined;
  /** For which customers it is. */
  segments: Array<CustomerKind>;
  /** What kind of service it makes or changes. */
  serviceType: ServiceType;
  /** Of a plan for voice: calls at a time that a line may have at most, 1 to 1,000; not given: it does not say. */
  simultaneousCalls?: number | null | undefined;
  /** Short name that never changes: lower-case letters, digits and dashes. */
  slug: string;
  /** Whether it is charged while it is suspended; it is not unless said so. */
  whileSuspended?: SuspensionPolicy | null | undefined;
};

/** A field of an offering's own. */
export type CustomFieldDefinitionInput = {
  /** What a CHOICE may be. */
  choices?: Array<string> | null | undefined;
  /** Whether an order needs it. */
  isRequired: boolean;
  /** Short name, unique in the offering: lower-case letters, digits and dashes. */
  key: string;
  /** What it takes. */
  kind: CustomFieldKind;
  /** What people call it. */
  label: string;
  /** Characters of a TEXT at most. */
  maxLength?: number | null | undefined;
};

/** What an offering's own field takes. */
export type CustomFieldKind =
  /** One of the choices. */
  | 'CHOICE'
  /** A calendar day, YYYY-MM-DD. */
  | 'DATE'
  /** A decimal number. */
  | 'NUMBER'
  /** Any text. */
  | 'TEXT';

/** Whether a customer is a person or a business. Never changes. */
export type CustomerKind =
  /** A company or another organisation. */
  | 'BUSINESS'
  /** A person. */
  | 'INDIVIDUAL';

/** Why an offering is hidden or cannot be assigned. */
export type EligibilityReasonCode =
  /** It is not sold in the customer's country. */
  | 'COUNTRY'
  /** The customer is not active. */
  | 'CUSTOMER_STATE'
  /** It is not sold at present. */
  | 'DISABLED'
  /** The customer has no service that the add-on fits. */
  | 'NO_COMPATIBLE_SERVICE'
  /** Nothing is left of what it requires. */
  | 'OUT_OF_STOCK'
  /** Its playbook is missing. */
  | 'PLAYBOOK_MISSING'
  /** It is for another kind of customer. */
  | 'SEGMENT'
  /** The service is not active. */
  | 'SERVICE_STATE';

/** One item that an offering needs from stock. */
export type InventoryRequirementInput = {
  /** Whether it cannot be ordered without. */
  isRequired: boolean;
  /** What people call it; the template's label unless given. */
  label?: string | null | undefined;
  /** The name under which the playbook knows the item, e.g. sim. */
  slot: string;
  /** Key of the inventory template. */
  templateKey: string;
};

/** Whether an offering stands alone. */
export type OfferingKind =
  /** Changes a service that the customer has. */
  | 'ADDON'
  /** Makes a new service. */
  | 'PLAN';

/** Amounts in the seller's currency; what is left out stays, null means none. */
export type OfferingPriceInput = {
  /** Once, for something that does not recur. */
  oneOff?: string | null | undefined;
  /** For each billing period. */
  recurring?: string | null | undefined;
  /** Once, with the first period. */
  setup?: string | null | undefined;
};

/** What an offering is to people who work together. */
export type PackageTermsInput = {
  /** Whether calls belong to it. */
  calling: boolean;
  /** Whether it is shown, and not sold yet. */
  isComingSoon: boolean;
  /** Whether a person can hold it. */
  isForSubscribers: boolean;
  /** By which customers and subscribers name it: lower-case letters, digits and underscores. */
  key: string;
  /** Whether meetings belong to it. */
  meetings: boolean;
  /** Whether messages belong to it. */
  messaging: boolean;
  /** Keys of packages of which one has to be there too. */
  needsOneOf?: Array<string> | null | undefined;
  /** 0 to 1,000: who administers a customer gets the highest. */
  rank: number;
};

/** What kind of service it is. */
export type ServiceType =
  /** What people at a business work together with: messages, meetings and calls. */
  | 'COLLABORATION'
  /** Access to the internet. */
  | 'INTERNET'
  /** Television over the internet. */
  | 'IPTV'
  /** A mobile line: SIM card and number. */
  | 'MOBILE'
  /** Voice over the internet. */
  | 'VOIP';

/** What becomes of the periods in which what was sold is suspended. */
export type SuspensionPolicy =
  /** They are charged like any other. */
  | 'BILL_WHILE_SUSPENDED'
  /** They are never charged; what is active again is charged from that day on. */
  | 'STOP_BILLING';

/** What to change of an offering; what is left out stays. */
export type UpdateOfferingInput = {
  /** Why it is sold below what it costs; needs the permission price.sell_below_cost. */
  belowCostReason?: string | null | undefined;
  /** Months of one billing period. */
  billingIntervalMonths?: number | null | undefined;
  /** Months that a customer is bound. */
  contractTermMonths?: number | null | undefined;
  /** What it costs you; needs the permission finance.view. */
  cost?: OfferingPriceInput | null | undefined;
  /** All fields of its own. */
  customFields?: Array<CustomFieldDefinitionInput> | null | undefined;
  /** What it is; null empties. */
  description?: string | null | undefined;
  /** All short facts for its card. */
  facts?: Array<string> | null | undefined;
  /** Name of its icon. */
  icon?: string | null | undefined;
  /** Id of the offering. */
  id: string | number;
  /** Whether it is sold. */
  isEnabled?: boolean | null | undefined;
  /** Name. */
  name?: string | null | undefined;
  /** Whether somebody has to install it. */
  needsInstallation?: boolean | null | undefined;
  /** Whether an order names a site. */
  needsSite?: boolean | null | undefined;
  /** All of what it is as a package or add-on; its key stays what it is. */
  package?: PackageTermsInput | null | undefined;
  /** Key of the playbook that provisions it. */
  playbookKey?: string | null | undefined;
  /** What it costs your customers. For an offering of a reseller above you this is your own price, and all that you can set. */
  price?: OfferingPriceInput | null | undefined;
  /** All that it needs from stock. */
  requirements?: Array<InventoryRequirementInput> | null | undefined;
  /** For which customers it is. */
  segments?: Array<CustomerKind> | null | undefined;
  /** Of a plan for voice: calls at a time that a line may have at most, 1 to 1,000; null: it does not say. Not less than a line of it may have at present. */
  simultaneousCalls?: number | null | undefined;
  /** The version that you have read. */
  version: number;
  /** Whether it is charged while it is suspended. What is sold already goes on as it was sold. */
  whileSuspended?: SuspensionPolicy | null | undefined;
};

/** Why a request was refused. The list grows; treat an unknown code as INVALID. */
export type UserErrorCode =
  /** The password is right, but the account is deactivated. */
  | 'ACCOUNT_DEACTIVATED'
  /** It would be sold below what it costs, which takes the permission price.sell_below_cost and a reason. */
  | 'BELOW_COST'
  /** The account would owe more than its credit limit. */
  | 'CREDIT_LIMIT_REACHED'
  /** It would give or change rights that the caller does not hold. */
  | 'EXCEEDS_RIGHTS'
  /** It was in time once: a reservation, an order's time for undoing. */
  | 'EXPIRED'
  /** The parent says what this is; only the parent can change it. */
  | 'FIELD_OWNED_BY_PARENT'
  /** The idempotency key was used before with other arguments. */
  | 'IDEMPOTENCY_MISMATCH'
  /** The account has not that much left, or nothing; it has to be paid for first. */
  | 'INSUFFICIENT_BALANCE'
  /** A value does not have the form or range it must have. */
  | 'INVALID'
  /** It cannot be deleted while others refer to it. */
  | 'IN_USE'
  /** Nobody else could run the reseller: its last owner is neither removed, disabled nor demoted. */
  | 'LAST_OWNER'
  /** More than a limit allows; the limit and what is used are given. */
  | 'LIMIT_EXCEEDED'
  /** The playbook does not exist or names an action that does not. */
  | 'MISSING_ACTION'
  /** Something is still owed on one side: it has to be paid, paid out or written off first. */
  | 'NONZERO_BALANCE'
  /** The item is not free any more: someone else was first, or it left the stock. */
  | 'NOT_AVAILABLE'
  /** The offering is not for this customer; the message says why. */
  | 'NOT_ELIGIBLE'
  /** The customer has no service to which the add-on could be added. */
  | 'NO_COMPATIBLE_SERVICE'
  /** What was due could not be set aside with the payment method on file; nothing was ordered. */
  | 'PAYMENT_DECLINED'
  /** Renewing automatically needs a payment method on file. */
  | 'PAYMENT_METHOD_REQUIRED'
  /** Prices, terms or the playbook have changed since the quote; the old and new amounts are given. */
  | 'PRICE_CHANGED'
  /** Too many runs are queued; try again later. */
  | 'QUEUE_FULL'
  /** A value is missing. */
  | 'REQUIRED'
  /** The reseller was created but not activated yet. */
  | 'RESELLER_NOT_ACTIVATED'
  /** The reseller is suspended: it may look and end services, but neither create nor change. */
  | 'RESELLER_SUSPENDED'
  /** The run was retried as often as allowed; an operator has to reset it. */
  | 'RETRY_EXHAUSTED'
  /** E-mail and password do not match; it is not said which of them is wrong. */
  | 'SIGN_IN_REFUSED'
  /** It has changed since the caller read it; read it again. */
  | 'STALE'
  /** Its present state does not allow this. */
  | 'STATE_CONFLICT'
  /** Something else already bears this name, key or number. */
  | 'TAKEN'
  /** No inventory template has this key. */
  | 'TEMPLATE_NOT_FOUND'
  /** A text or list is longer than allowed. */
  | 'TOO_LONG'
  /** An id in the input names nothing that the caller can see. */
  | 'UNKNOWN_REFERENCE'
  /** Those who sell to this tier may not spend themselves until they have paid. */
  | 'UPSTREAM_SUSPENDED';

export type OfferingDetailsFragment = { description: string, icon: string, contractTermMonths: number, whileSuspended: Schema.SuspensionPolicy, needsSite: boolean, needsInstallation: boolean, simultaneousCalls: number | null, version: number, id: string, slug: string, name: string, kind: Schema.OfferingKind, serviceType: Schema.ServiceType, segments: Array<Schema.CustomerKind>, isEnabled: boolean, facts: Array<string>, billingIntervalMonths: number, ownPrice: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, cost?: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, margin?: { recurringPercent: string | null, setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, playbook?: { id: string, key: string, title: string, latestVersion: number } | null, package: { key: string, rank: number, messaging: boolean, meetings: boolean, calling: boolean, needsOneOf: Array<string>, isForSubscribers: boolean, isComingSoon: boolean } | null, problems: Array<{ code: Schema.EligibilityReasonCode, message: string }>, customFields: Array<{ key: string, label: string, kind: Schema.CustomFieldKind, isRequired: boolean, choices: Array<string>, maxLength: number | null }>, price: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null }, requirements: Array<{ slot: string, label: string, isRequired: boolean, available: number, template: { id: string, key: string, label: string, lowStockThreshold: number } }> };

export type OfferingPageQueryVariables = Exact<{
  slug: string;
  withCost: boolean;
  withPlaybook: boolean;
}>;


export type OfferingPageQuery = { offering: { description: string, icon: string, contractTermMonths: number, whileSuspended: Schema.SuspensionPolicy, needsSite: boolean, needsInstallation: boolean, simultaneousCalls: number | null, version: number, id: string, slug: string, name: string, kind: Schema.OfferingKind, serviceType: Schema.ServiceType, segments: Array<Schema.CustomerKind>, isEnabled: boolean, facts: Array<string>, billingIntervalMonths: number, ownPrice: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, cost?: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, margin?: { recurringPercent: string | null, setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, playbook?: { id: string, key: string, title: string, latestVersion: number } | null, package: { key: string, rank: number, messaging: boolean, meetings: boolean, calling: boolean, needsOneOf: Array<string>, isForSubscribers: boolean, isComingSoon: boolean } | null, problems: Array<{ code: Schema.EligibilityReasonCode, message: string }>, customFields: Array<{ key: string, label: string, kind: Schema.CustomFieldKind, isRequired: boolean, choices: Array<string>, maxLength: number | null }>, price: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null }, requirements: Array<{ slot: string, label: string, isRequired: boolean, available: number, template: { id: string, key: string, label: string, lowStockThreshold: number } }> } | null };

export type OfferingChoicesQueryVariables = Exact<{
  withPlaybook: boolean;
}>;


export type OfferingChoicesQuery = { inventoryTemplates: { nodes: Array<{ id: string, key: string, label: string }> }, offerings: { nodes: Array<{ id: string, name: string, kind: Schema.OfferingKind, package: { key: string } | null }> }, playbooks?: { nodes: Array<{ id: string, key: string, title: string }> } };

export type UpdateOfferingMutationVariables = Exact<{
  input: Schema.UpdateOfferingInput;
  withCost: boolean;
  withPlaybook: boolean;
}>;


export type UpdateOfferingMutation = { updateOffering: { offering: { description: string, icon: string, contractTermMonths: number, whileSuspended: Schema.SuspensionPolicy, needsSite: boolean, needsInstallation: boolean, simultaneousCalls: number | null, version: number, id: string, slug: string, name: string, kind: Schema.OfferingKind, serviceType: Schema.ServiceType, segments: Array<Schema.CustomerKind>, isEnabled: boolean, facts: Array<string>, billingIntervalMonths: number, ownPrice: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, cost?: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, margin?: { recurringPercent: string | null, setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, playbook?: { id: string, key: string, title: string, latestVersion: number } | null, package: { key: string, rank: number, messaging: boolean, meetings: boolean, calling: boolean, needsOneOf: Array<string>, isForSubscribers: boolean, isComingSoon: boolean } | null, problems: Array<{ code: Schema.EligibilityReasonCode, message: string }>, customFields: Array<{ key: string, label: string, kind: Schema.CustomFieldKind, isRequired: boolean, choices: Array<string>, maxLength: number | null }>, price: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null }, requirements: Array<{ slot: string, label: string, isRequired: boolean, available: number, template: { id: string, key: string, label: string, lowStockThreshold: number } }> } | null, userErrors: Array<
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type CreateOfferingMutationVariables = Exact<{
  input: Schema.CreateOfferingInput;
  withCost: boolean;
  withPlaybook: boolean;
}>;


export type CreateOfferingMutation = { createOffering: { offering: { description: string, icon: string, contractTermMonths: number, whileSuspended: Schema.SuspensionPolicy, needsSite: boolean, needsInstallation: boolean, simultaneousCalls: number | null, version: number, id: string, slug: string, name: string, kind: Schema.OfferingKind, serviceType: Schema.ServiceType, segments: Array<Schema.CustomerKind>, isEnabled: boolean, facts: Array<string>, billingIntervalMonths: number, ownPrice: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, cost?: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, margin?: { recurringPercent: string | null, setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null } | null, playbook?: { id: string, key: string, title: string, latestVersion: number } | null, package: { key: string, rank: number, messaging: boolean, meetings: boolean, calling: boolean, needsOneOf: Array<string>, isForSubscribers: boolean, isComingSoon: boolean } | null, problems: Array<{ code: Schema.EligibilityReasonCode, message: string }>, customFields: Array<{ key: string, label: string, kind: Schema.CustomFieldKind, isRequired: boolean, choices: Array<string>, maxLength: number | null }>, price: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null }, requirements: Array<{ slot: string, label: string, isRequired: boolean, available: number, template: { id: string, key: string, label: string, lowStockThreshold: number } }> } | null, userErrors: Array<
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
    > } };

export const OfferingDetailsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfferingDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogOffering"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"icon"}},{"kind":"Field","name":{"kind":"Name","value":"contractTermMonths"}},{"kind":"Field","name":{"kind":"Name","value":"whileSuspended"}},{"kind":"Field","name":{"kind":"Name","value":"needsSite"}},{"kind":"Field","name":{"kind":"Name","value":"needsInstallation"}},{"kind":"Field","name":{"kind":"Name","value":"simultaneousCalls"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"ownPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"margin"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurringPercent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"playbook"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withPlaybook"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"latestVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"package"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"messaging"}},{"kind":"Field","name":{"kind":"Name","value":"meetings"}},{"kind":"Field","name":{"kind":"Name","value":"calling"}},{"kind":"Field","name":{"kind":"Name","value":"needsOneOf"}},{"kind":"Field","name":{"kind":"Name","value":"isForSubscribers"}},{"kind":"Field","name":{"kind":"Name","value":"isComingSoon"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"choices"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogMoney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferingPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRequirement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryRequirement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogOffering"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"serviceType"}},{"kind":"Field","name":{"kind":"Name","value":"segments"}},{"kind":"Field","name":{"kind":"Name","value":"isEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"billingIntervalMonths"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRequirement"}}]}}]}}]} as unknown as DocumentNode<OfferingDetailsFragment, unknown>;
export const OfferingPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OfferingPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withPlaybook"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offering"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfferingDetails"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogMoney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferingPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRequirement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryRequirement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogOffering"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"serviceType"}},{"kind":"Field","name":{"kind":"Name","value":"segments"}},{"kind":"Field","name":{"kind":"Name","value":"isEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"billingIntervalMonths"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRequirement"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfferingDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogOffering"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"icon"}},{"kind":"Field","name":{"kind":"Name","value":"contractTermMonths"}},{"kind":"Field","name":{"kind":"Name","value":"whileSuspended"}},{"kind":"Field","name":{"kind":"Name","value":"needsSite"}},{"kind":"Field","name":{"kind":"Name","value":"needsInstallation"}},{"kind":"Field","name":{"kind":"Name","value":"simultaneousCalls"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"ownPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"margin"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurringPercent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"playbook"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withPlaybook"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"latestVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"package"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"messaging"}},{"kind":"Field","name":{"kind":"Name","value":"meetings"}},{"kind":"Field","name":{"kind":"Name","value":"calling"}},{"kind":"Field","name":{"kind":"Name","value":"needsOneOf"}},{"kind":"Field","name":{"kind":"Name","value":"isForSubscribers"}},{"kind":"Field","name":{"kind":"Name","value":"isComingSoon"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"choices"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}}]}}]}}]} as unknown as DocumentNode<OfferingPageQuery, OfferingPageQueryVariables>;
export const OfferingChoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OfferingChoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withPlaybook"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventoryTemplates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"offerings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"serviceType"},"value":{"kind":"EnumValue","value":"COLLABORATION"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"package"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"playbooks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withPlaybook"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<OfferingChoicesQuery, OfferingChoicesQueryVariables>;
export const UpdateOfferingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateOffering"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateOfferingInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withPlaybook"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateOffering"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfferingDetails"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogMoney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferingPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRequirement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryRequirement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogOffering"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"serviceType"}},{"kind":"Field","name":{"kind":"Name","value":"segments"}},{"kind":"Field","name":{"kind":"Name","value":"isEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"billingIntervalMonths"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRequirement"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfferingDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogOffering"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"icon"}},{"kind":"Field","name":{"kind":"Name","value":"contractTermMonths"}},{"kind":"Field","name":{"kind":"Name","value":"whileSuspended"}},{"kind":"Field","name":{"kind":"Name","value":"needsSite"}},{"kind":"Field","name":{"kind":"Name","value":"needsInstallation"}},{"kind":"Field","name":{"kind":"Name","value":"simultaneousCalls"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"ownPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"margin"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurringPercent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"playbook"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withPlaybook"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"latestVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"package"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"messaging"}},{"kind":"Field","name":{"kind":"Name","value":"meetings"}},{"kind":"Field","name":{"kind":"Name","value":"calling"}},{"kind":"Field","name":{"kind":"Name","value":"needsOneOf"}},{"kind":"Field","name":{"kind":"Name","value":"isForSubscribers"}},{"kind":"Field","name":{"kind":"Name","value":"isComingSoon"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"choices"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}}]}}]}}]} as unknown as DocumentNode<UpdateOfferingMutation, UpdateOfferingMutationVariables>;
export const CreateOfferingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateOffering"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOfferingInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withPlaybook"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOffering"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfferingDetails"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogMoney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferingPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRequirement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryRequirement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogOffering"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"serviceType"}},{"kind":"Field","name":{"kind":"Name","value":"segments"}},{"kind":"Field","name":{"kind":"Name","value":"isEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"billingIntervalMonths"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRequirement"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfferingDetails"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogOffering"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"icon"}},{"kind":"Field","name":{"kind":"Name","value":"contractTermMonths"}},{"kind":"Field","name":{"kind":"Name","value":"whileSuspended"}},{"kind":"Field","name":{"kind":"Name","value":"needsSite"}},{"kind":"Field","name":{"kind":"Name","value":"needsInstallation"}},{"kind":"Field","name":{"kind":"Name","value":"simultaneousCalls"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"ownPrice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogMoney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"margin"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withCost"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurringPercent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"playbook"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withPlaybook"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"latestVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"package"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"messaging"}},{"kind":"Field","name":{"kind":"Name","value":"meetings"}},{"kind":"Field","name":{"kind":"Name","value":"calling"}},{"kind":"Field","name":{"kind":"Name","value":"needsOneOf"}},{"kind":"Field","name":{"kind":"Name","value":"isForSubscribers"}},{"kind":"Field","name":{"kind":"Name","value":"isComingSoon"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"choices"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}}]}}]}}]} as unknown as DocumentNode<CreateOfferingMutation, CreateOfferingMutationVariables>;