/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** One of the offering's own fields. */
export type CustomFieldInput = {
  /** Key of the field. */
  key: string;
  /** What was filled in. */
  value: string;
};

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

/** What a check came to. */
export type QuoteCheckState =
  /** The order would be refused. */
  | 'BLOCKING'
  /** Nothing speaks against it. */
  | 'OK'
  /** Worth knowing; the order can be placed. */
  | 'WARNING';

/** What becomes of the periods in which what was sold is suspended. */
export type SuspensionPolicy =
  /** They are charged like any other. */
  | 'BILL_WHILE_SUSPENDED'
  /** They are never charged; what is active again is charged from that day on. */
  | 'STOP_BILLING';

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

export type PortalAddonsQueryVariables = Exact<{
  customerId: string | number;
  serviceId: string | number;
}>;


export type PortalAddonsQuery = { offerings: { nodes: Array<{ id: string, name: string, description: string, eligibility: { isEligible: boolean } }> } };

export type PortalAddonQuoteQueryVariables = Exact<{
  input: Schema.OrderQuoteInput;
}>;


export type PortalAddonQuoteQuery = { orderQuote: { fingerprint: string, canPayNow: boolean, mustPayNow: boolean, offering: { id: string, whileSuspended: Schema.SuspensionPolicy }, dueToday: { amount: string, currency: string }, recurring: { amount: string, currency: string } | null, checks: Array<{ state: Schema.QuoteCheckState, message: string }> } };

export type PortalOrderAddonMutationVariables = Exact<{
  input: Schema.PlaceOrderInput;
}>;


export type PortalOrderAddonMutation = { placeOrder: { order: { id: string, number: number } | null, userErrors: Array<
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


export const PortalAddonsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortalAddons"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offerings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"ADDON"}},{"kind":"ObjectField","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"serviceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"eligibility"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}},{"kind":"Argument","name":{"kind":"Name","value":"serviceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isEligible"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PortalAddonsQuery, PortalAddonsQueryVariables>;
export const PortalAddonQuoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortalAddonQuote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderQuoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderQuote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"canPayNow"}},{"kind":"Field","name":{"kind":"Name","value":"mustPayNow"}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"whileSuspended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dueToday"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PortalAddonQuoteQuery, PortalAddonQuoteQueryVariables>;
export const PortalOrderAddonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PortalOrderAddon"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceOrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"placeOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<PortalOrderAddonMutation, PortalOrderAddonMutationVariables>;