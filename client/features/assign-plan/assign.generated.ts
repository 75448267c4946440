/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a contact is there for. */
export type ContactRole =
  /** Invoices and payments. */
  | 'BILLING'
  /** Maintains the system for the customer; problems are reported to them. */
  | 'MAINTAINER'
  /** Administers the system from the site; problems are reported to them. */
  | 'ONSITE_ADMIN'
  /** Any other person assigned; problems are reported to them. */
  | 'OTHER'
  /** Administers a site. */
  | 'SITE_ADMIN'
  /** Technical questions. */
  | 'TECHNICAL';

/** One of the offering's own fields. */
export type CustomFieldInput = {
  /** Key of the field. */
  key: string;
  /** What was filled in. */
  value: string;
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

/** Where a customer stands in its life. */
export type CustomerState =
  /** May be given something new. */
  | 'ACTIVE'
  /** Ended for good. */
  | 'ARCHIVED'
  /** Switched off; can be brought back for 30 days. */
  | 'DEACTIVATED'
  /** Is being switched off. */
  | 'DEACTIVATING'
  /** Stopped for the reasons named; active again when the last is gone. */
  | 'SUSPENDED'
  /** Signed up, not activated yet. */
  | 'WAITING';

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

/** A reservation to extend. */
export type ExtendReservationInput = {
  /** Id of the reservation. */
  id: string | number;
};

/** What identifies the items of a template. */
export type IdentifierKind =
  /** The number on a SIM card, 18 to 20 digits. */
  | 'ICCID'
  /** A hardware address, e.g. 00:1A:2B:3C:4D:5E. */
  | 'MAC'
  /** A phone number, E.164. */
  | 'PHONE_NUMBER'
  /** A serial number: letters, digits and dashes. */
  | 'SERIAL';

/** Where an item stands. Only NEW and IN_STOCK are offered. */
export type InventoryItemState =
  /** With a customer. */
  | 'ASSIGNED'
  /** Unusable for now. */
  | 'DAMAGED'
  /** Free, and perhaps used before. */
  | 'IN_STOCK'
  /** Delivered and never used. */
  | 'NEW'
  /** Released, and resting until it may be given out again. */
  | 'QUARANTINED'
  /** Set aside for someone who is selling it, or held by a run. */
  | 'RESERVED'
  /** Used up for good. */
  | 'RETIRED';

/** Which offerings; all conditions must hold. */
export type OfferingFilter = {
  /** That this customer may have, at the price of its reseller. */
  customerId?: string | number | null | undefined;
  /** For editing the catalog: also what is not sold at present and what tiers below yours have made. Needs the permission catalog.edit. */
  includeDisabled?: boolean | null | undefined;
  /** Plans or add-ons only. */
  kind?: OfferingKind | null | undefined;
  /** Part of name, description or slug, in any case. */
  search?: string | null | undefined;
  /** For this kind of customer. */
  segment?: CustomerKind | null | undefined;
  /** Of the add-ons those that fit this service, and what its customer may have. */
  serviceId?: string | number | null | undefined;
  /** Of this type. */
  serviceType?: ServiceType | null | undefined;
};

/** Whether an offering stands alone. */
export type OfferingKind =
  /** Changes a service that the customer has. */
  | 'ADDON'
  /** Makes a new service. */
  | 'PLAN';

/** What shall be ordered. Whatever is still missing is named by the checks. */
export type OrderQuoteInput = {
  /** Whether to renew by itself; absent: as preset. */
  autoRenew?: boolean | null | undefined;
  /** Of a business: who is billed. */
  billingContactId?: string | number | null | undefined;
  /** The offering's own fields, 20 at most. */
  customFields?: Array<CustomFieldInput> | null | undefined;
  /** The customer. */
  customerId: string | number;
  /** Day of the installation, in the reseller's time zone. */
  installationDate?: string | null | undefined;
  /** The plan or add-on. */
  offeringId: string | number;
  /** Of a business: its own number for the order, up to 64 characters. */
  purchaseOrderNumber?: string | null | undefined;
  /** Your reservations of the items that it needs, 8 at most. */
  reservationIds?: Array<string | number> | null | undefined;
  /** For an add-on: the service; absent: the only one that it goes with. For a plan: the service that gets it instead of its own; absent: a new one. */
  serviceId?: string | number | null | undefined;
  /** Site where it is used. Absent: the only one there is. */
  siteId?: string | number | null | undefined;
  /** Of a business: who is called about technical questions. */
  technicalContactId?: string | number | null | undefined;
};

/** The order as it was confirmed. */
export type PlaceOrderInput = {
  /** Whether to renew by itself; absent: as preset. */
  autoRenew?: boolean | null | undefined;
  /** Of a business: who is billed. */
  billingContactId?: string | number | null | undefined;
  /** The offering's own fields, 20 at most. */
  customFields?: Array<CustomFieldInput> | null | undefined;
  /** The customer. */
  customerId: string | number;
  /** Made by the caller when the review opens; the same key places one order. */
  idempotencyKey: string | number;
  /** Day of the installation, in the reseller's time zone. */
  installationDate?: string | null | undefined;
  /** The plan or add-on. */
  offeringId: string | number;
  /** True: what is due today is set aside with the payment method on file, taken when it is provisioned and let go when that fails. */
  payNow?: boolean | null | undefined;
  /** Of a business: its own number for the order, up to 64 characters. */
  purchaseOrderNumber?: string | null | undefined;
  /** The fingerprint of the quote that was shown. */
  quoteFingerprint: string;
  /** Your reservations of the items that it needs, 8 at most. */
  reservationIds?: Array<string | number> | null | undefined;
  /** For an add-on: the service; absent: the only one that it goes with. For a plan: the service that gets it instead of its own; absent: a new one. */
  serviceId?: string | number | null | undefined;
  /** Site where it is used. Absent: the only one there is. */
  siteId?: string | number | null | undefined;
  /** Of a business: who is called about technical questions. */
  technicalContactId?: string | number | null | undefined;
};

/** When a price is due. */
export type PriceKind =
  /** Once, for something that does not recur. */
  | 'ONE_OFF'
  /** For each billing period, in advance. */
  | 'RECURRING'
  /** Once, with the first period. */
  | 'SETUP';

/** Where a run stands. */
export type ProvisioningRunState =
  /** A person stopped it between two tasks. What it did until then can be rolled back. */
  | 'CANCELLED'
  /** A task has failed. It can be retried from there, or rolled back. */
  | 'FAILED'
  /** A worker will begin it in a moment. */
  | 'QUEUED'
  /** All that it did is undone. */
  | 'ROLLED_BACK'
  /** Its tasks are being undone, last first. */
  | 'ROLLING_BACK'
  /** A task could not be undone. Roll back again once the cause is gone. */
  | 'ROLL_BACK_FAILED'
  /** A worker is at it. */
  | 'RUNNING'
  /** All of its tasks are done. */
  | 'SUCCEEDED'
  /** Done, but for tasks whose failure is ignored. */
  | 'SUCCEEDED_WITH_WARNINGS'
  /** It waits for something: see waitingFor. */
  | 'WAITING';

/** What is checked before an order can be placed. */
export type QuoteCheckCode =
  /** May it spend, and all who sell to it? */
  | 'ACCOUNT'
  /** Is it the right customer, and an active one? */
  | 'CUSTOMER'
  /** Are the offering's own fields and those of a business filled in? */
  | 'CUSTOM_FIELDS'
  /** Is the offering for this customer? */
  | 'ELIGIBILITY'
  /** Is the day of the installation agreed upon? */
  | 'INSTALLATION'
  /** Is everything picked that it needs from stock? */
  | 'INVENTORY'
  /** Can be charged what is to be charged? */
  | 'PAYMENT_METHOD'
  /** Can it be provisioned? */
  | 'PLAYBOOK'
  /** Does it have a price, and which? */
  | 'PRICE'
  /** For an add-on: which service is it added to? */
  | 'SERVICE'
  /** Is it known where it will be used? */
  | 'SITE';

/** What a check came to. */
export type QuoteCheckState =
  /** The order would be refused. */
  | 'BLOCKING'
  /** Nothing speaks against it. */
  | 'OK'
  /** Worth knowing; the order can be placed. */
  | 'WARNING';

/** A reservation to give up. */
export type ReleaseReservationInput = {
  /** Id of the reservation. */
  id: string | number;
};

/** Either an item, or a template of which the best free item is taken. */
export type ReserveInventoryItemInput = {
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: string | number;
  /** Id of the item. */
  itemId?: string | number | null | undefined;
  /** Your reservation that is given up for it, in the same moment. */
  replacesReservationId?: string | number | null | undefined;
  /** Id of the template: the item that came in first, from the same place as the one it replaces. */
  templateId?: string | number | null | undefined;
};

/** Where a service stands in its life. */
export type ServiceState =
  /** Works. */
  | 'ACTIVE'
  /** Was not renewed. */
  | 'EXPIRED'
  /** Ordered and being provisioned. */
  | 'PENDING'
  /** Its provisioning has failed; nothing is charged and its items stay held. */
  | 'PENDING_FAILED'
  /** Works no longer, for the reasons given, and may again. */
  | 'SUSPENDED'
  /** Has ended for good. */
  | 'TERMINATED';

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

/** How a task is done. */
export type TaskKind =
  /** Within Tierline: exactly once. */
  | 'DB'
  /** In an outside system: at least once, with the same key each time. */
  | 'EXTERNAL'
  /** By a person. */
  | 'MANUAL';

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

export type AssignPriceFragment = { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null };

export type AssignOfferingFragment = { id: string, slug: string, name: string, kind: Schema.OfferingKind, serviceType: Schema.ServiceType, facts: Array<string>, isRecurring: boolean, whileSuspended: Schema.SuspensionPolicy, needsSite: boolean, needsInstallation: boolean, price: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null }, requirements: Array<{ slot: string, label: string, isRequired: boolean, available: number, template: { id: string, key: string, label: string, identifierKind: Schema.IdentifierKind } }>, customFields: Array<{ key: string, label: string, kind: Schema.CustomFieldKind, isRequired: boolean, choices: Array<string>, maxLength: number | null }> };

export type AssignOfferingsQueryVariables = Exact<{
  filter?: Schema.OfferingFilter | null | undefined;
  customerId?: string | number | null | undefined;
  serviceId?: string | number | null | undefined;
}>;


export type AssignOfferingsQuery = { offerings: { nodes: Array<{ id: string, slug: string, name: string, kind: Schema.OfferingKind, serviceType: Schema.ServiceType, facts: Array<string>, isRecurring: boolean, whileSuspended: Schema.SuspensionPolicy, needsSite: boolean, needsInstallation: boolean, eligibility: { isEligible: boolean, reasons: Array<{ code: Schema.EligibilityReasonCode, message: string }> }, price: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null }, requirements: Array<{ slot: string, label: string, isRequired: boolean, available: number, template: { id: string, key: string, label: string, identifierKind: Schema.IdentifierKind } }>, customFields: Array<{ key: string, label: string, kind: Schema.CustomFieldKind, isRequired: boolean, choices: Array<string>, maxLength: number | null }> }>, hidden: Array<{ reason: Schema.EligibilityReasonCode, count: number }> } };

export type AssignOfferingQueryVariables = Exact<{
  slug: string;
  customerId?: string | number | null | undefined;
  serviceId?: string | number | null | undefined;
}>;


export type AssignOfferingQuery = { offering: { id: string, slug: string, name: string, kind: Schema.OfferingKind, serviceType: Schema.ServiceType, facts: Array<string>, isRecurring: boolean, whileSuspended: Schema.SuspensionPolicy, needsSite: boolean, needsInstallation: boolean, eligibility: { isEligible: boolean, reasons: Array<{ code: Schema.EligibilityReasonCode, message: string }>, compatibleServices: Array<{ id: string, number: number, name: string, state: Schema.ServiceState }> }, price: { setup: { amount: string, currency: string } | null, recurring: { amount: string, currency: string } | null, oneOff: { amount: string, currency: string } | null }, requirements: Array<{ slot: string, label: string, isRequired: boolean, available: number, template: { id: string, key: string, label: string, identifierKind: Schema.IdentifierKind } }>, customFields: Array<{ key: string, label: string, kind: Schema.CustomFieldKind, isRequired: boolean, choices: Array<string>, maxLength: number | null }> } | null };

export type AssignCustomerFragment = { id: string, number: number, label: string, name: string, kind: Schema.CustomerKind, email: string | null, phone: string | null, state: Schema.CustomerState, tierPath: Array<{ id: string, key: string, name: string }> };

export type AssignCustomerQueryVariables = Exact<{
  id: string | number;
}>;


export type AssignCustomerQuery = { customer: { id: string, number: number, label: string, name: string, kind: Schema.CustomerKind, email: string | null, phone: string | null, state: Schema.CustomerState, contacts: Array<{ id: string, name: string, roles: Array<Schema.ContactRole> }>, sites: Array<{ id: string, name: string }>, paymentMethods: Array<{ id: string, brand: string, lastFour: string, isDefault: boolean }>, tierPath: Array<{ id: string, key: string, name: string }> } | null };

export type AssignCustomerSearchQueryVariables = Exact<{
  search: string;
}>;


export type AssignCustomerSearchQuery = { customers: { nodes: Array<{ id: string, number: number, label: string, name: string, kind: Schema.CustomerKind, email: string | null, phone: string | null, state: Schema.CustomerState, tierPath: Array<{ id: string, key: string, name: string }> }>, suggestions: Array<{ id: string, number: number, label: string, name: string, kind: Schema.CustomerKind, email: string | null, phone: string | null, state: Schema.CustomerState, tierPath: Array<{ id: string, key: string, name: string }> }> } };

export type AssignReservationFragment = { id: string, expiresAt: string, extendableUntil: string, item: { id: string, label: string, identifier: string, maskedIdentifier: string, state: Schema.InventoryItemState, template: { id: string } } };

export type AssignReservationsQueryVariables = Exact<{ [key: string]: never; }>;


export type AssignReservationsQuery = { myReservations: Array<{ id: string, expiresAt: string, extendableUntil: string, item: { id: string, label: string, identifier: string, maskedIdentifier: string, state: Schema.InventoryItemState, template: { id: string } } }> };

export type PickItemsQueryVariables = Exact<{
  templateId: string | number;
  search?: string | null | undefined;
}>;


export type PickItemsQuery = { inventoryItems: { nodes: Array<{ id: string, label: string, identifier: string, maskedIdentifier: string, state: Schema.InventoryItemState, location: string | null, reservation: { id: string, isYours: boolean } | null }>, counts: Array<{ state: Schema.InventoryItemState, count: number }> } };

export type PickerStockSubscriptionVariables = Exact<{
  templateId: string | number;
}>;


export type PickerStockSubscription = { inventoryChanged: { itemId: string, isAvailable: boolean, isYoursLost: boolean, available: number } };

export type ReserveItemMutationVariables = Exact<{
  input: Schema.ReserveInventoryItemInput;
}>;


export type ReserveItemMutation = { reserveInventoryItem: { reservation: { id: string, expiresAt: string, extendableUntil: string, item: { id: string, label: string, identifier: string, maskedIdentifier: string, state: Schema.InventoryItemState, template: { id: string } } } | null, userErrors: Array<
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null, suggestedItem: { id: string, label: string, identifier: string } | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ExtendReservationMutationVariables = Exact<{
  input: Schema.ExtendReservationInput;
}>;


export type ExtendReservationMutation = { extendReservation: { reservation: { id: string, expiresAt: string, extendableUntil: string, item: { id: string, label: string, identifier: string, maskedIdentifier: string, state: Schema.InventoryItemState, template: { id: string } } } | null, userErrors: Array<
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

export type ReleaseReservationMutationVariables = Exact<{
  input: Schema.ReleaseReservationInput;
}>;


export type ReleaseReservationMutation = { releaseReservation: { item: { id: string, state: Schema.InventoryItemState } | null, userErrors: Array<
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

export type AssignQuoteQueryVariables = Exact<{
  input: Schema.OrderQuoteInput;
}>;


export type AssignQuoteQuery = { orderQuote: { fingerprint: string, canPlace: boolean, canPayNow: boolean, mustPayNow: boolean, asksAutoRenew: boolean, autoRenewDefault: boolean, autoRenewReason: string, nextRenewalOn: string | null, endsOn: string | null, playbookKey: string, playbookVersion: number, dueToday: { amount: string, currency: string }, recurring: { amount: string, currency: string } | null, lines: Array<{ kind: Schema.PriceKind, label: string, from: string | null, to: string | null, amount: { amount: string, currency: string } }>, checks: Array<{ code: Schema.QuoteCheckCode, state: Schema.QuoteCheckState, message: string, path: Array<string> | null }>, plan: Array<{ key: string, title: string, detail: string | null, kind: Schema.TaskKind, ignoresErrors: boolean, calls: Array<{ connector: string, method: string, target: string, body: string | null }> }> } };

export type PlaceOrderMutationVariables = Exact<{
  input: Schema.PlaceOrderInput;
}>;


export type PlaceOrderMutation = { placeOrder: { order: { id: string, number: number } | null, run: { id: string, number: number, state: Schema.ProvisioningRunState, sequence: number } | null, userErrors: Array<
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null, oldDueToday: { amount: string, currency: string }, newDueToday: { amount: string, currency: string }, oldRecurring: { amount: string, currency: string } | null, newRecurring: { amount: string, currency: string } | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
      | { code: Schema.UserErrorCode, message: string, path: Array<string> | null }
    > } };

export const AssignPriceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignPrice"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferingPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]} as unknown as DocumentNode<AssignPriceFragment, unknown>;
export const AssignOfferingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignOffering"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"serviceType"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"isRecurring"}},{"kind":"Field","name":{"kind":"Name","value":"whileSuspended"}},{"kind":"Field","name":{"kind":"Name","value":"needsSite"}},{"kind":"Field","name":{"kind":"Name","value":"needsInstallation"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignPrice"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifierKind"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"customFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"choices"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignPrice"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferingPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]} as unknown as DocumentNode<AssignOfferingFragment, unknown>;
export const AssignCustomerFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignCustomer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Customer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AssignCustomerFragment, unknown>;
export const AssignReservationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignReservation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"extendableUntil"}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIdentifier"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AssignReservationFragment, unknown>;
export const AssignOfferingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssignOfferings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OfferingFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offerings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignOffering"}},{"kind":"Field","name":{"kind":"Name","value":"eligibility"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}},{"kind":"Argument","name":{"kind":"Name","value":"serviceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isEligible"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"hidden"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignPrice"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferingPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignOffering"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"serviceType"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"isRecurring"}},{"kind":"Field","name":{"kind":"Name","value":"whileSuspended"}},{"kind":"Field","name":{"kind":"Name","value":"needsSite"}},{"kind":"Field","name":{"kind":"Name","value":"needsInstallation"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignPrice"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifierKind"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"customFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"choices"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}}]}}]}}]} as unknown as DocumentNode<AssignOfferingsQuery, AssignOfferingsQueryVariables>;
export const AssignOfferingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssignOffering"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offering"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignOffering"}},{"kind":"Field","name":{"kind":"Name","value":"eligibility"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}},{"kind":"Argument","name":{"kind":"Name","value":"serviceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isEligible"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"compatibleServices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignPrice"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfferingPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignOffering"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Offering"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"serviceType"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"isRecurring"}},{"kind":"Field","name":{"kind":"Name","value":"whileSuspended"}},{"kind":"Field","name":{"kind":"Name","value":"needsSite"}},{"kind":"Field","name":{"kind":"Name","value":"needsInstallation"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignPrice"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifierKind"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"customFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"choices"}},{"kind":"Field","name":{"kind":"Name","value":"maxLength"}}]}}]}}]} as unknown as DocumentNode<AssignOfferingQuery, AssignOfferingQueryVariables>;
export const AssignCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssignCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignCustomer"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sites"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignCustomer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Customer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AssignCustomerQuery, AssignCustomerQueryVariables>;
export const AssignCustomerSearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssignCustomerSearch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignCustomer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignCustomer"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignCustomer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Customer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AssignCustomerSearchQuery, AssignCustomerSearchQueryVariables>;
export const AssignReservationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssignReservations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myReservations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignReservation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignReservation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"extendableUntil"}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIdentifier"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AssignReservationsQuery, AssignReservationsQueryVariables>;
export const PickItemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PickItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"templateId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventoryItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"templateId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"templateId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"isAvailable"},"value":{"kind":"BooleanValue","value":true}}]}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"25"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIdentifier"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isYours"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<PickItemsQuery, PickItemsQueryVariables>;
export const PickerStockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"PickerStock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"templateId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventoryChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"templateId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"templateId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"isAvailable"}},{"kind":"Field","name":{"kind":"Name","value":"isYoursLost"}},{"kind":"Field","name":{"kind":"Name","value":"available"}}]}}]}}]} as unknown as DocumentNode<PickerStockSubscription, PickerStockSubscriptionVariables>;
export const ReserveItemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReserveItem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReserveInventoryItemInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reserveInventoryItem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignReservation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ItemNotAvailableError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suggestedItem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignReservation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"extendableUntil"}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIdentifier"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ReserveItemMutation, ReserveItemMutationVariables>;
export const ExtendReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExtendReservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExtendReservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extendReservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AssignReservation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AssignReservation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reservation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"extendableUntil"}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIdentifier"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ExtendReservationMutation, ExtendReservationMutationVariables>;
export const ReleaseReservationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseReservation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseReservationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseReservation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseReservationMutation, ReleaseReservationMutationVariables>;
export const AssignQuoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssignQuote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderQuoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderQuote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"canPlace"}},{"kind":"Field","name":{"kind":"Name","value":"canPayNow"}},{"kind":"Field","name":{"kind":"Name","value":"mustPayNow"}},{"kind":"Field","name":{"kind":"Name","value":"asksAutoRenew"}},{"kind":"Field","name":{"kind":"Name","value":"autoRenewDefault"}},{"kind":"Field","name":{"kind":"Name","value":"autoRenewReason"}},{"kind":"Field","name":{"kind":"Name","value":"nextRenewalOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"playbookKey"}},{"kind":"Field","name":{"kind":"Name","value":"playbookVersion"}},{"kind":"Field","name":{"kind":"Name","value":"dueToday"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"ignoresErrors"}},{"kind":"Field","name":{"kind":"Name","value":"calls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connector"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AssignQuoteQuery, AssignQuoteQueryVariables>;
export const PlaceOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PlaceOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceOrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"placeOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PriceChangedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"oldDueToday"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"newDueToday"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oldRecurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"newRecurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlaceOrderMutation, PlaceOrderMutationVariables>;