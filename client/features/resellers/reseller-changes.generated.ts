/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A reseller to close for good. */
export type CloseResellerInput = {
  /** The word `close`, as a sign that it is meant. */
  confirmation: string;
  /** Id of the reseller. */
  id: string | number;
  /** Why, in your own words, for the audit trail. */
  note?: string | null | undefined;
};

/** A new reseller. Country, currency, time zone and locale are its parent's unless given. */
export type CreateResellerInput = {
  /** Home country, ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** Currency it sells in, ISO 4217; never changed. */
  currency?: string | null | undefined;
  /** Permissions that its people and all below it may have at most, such as `order.place`; none but your own may be named. Null lifts the limit. */
  delegated?: Array<string> | null | undefined;
  /** Addresses that hear of its critically failed runs, 20 at most. */
  failureEmails?: Array<string> | null | undefined;
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: string | number;
  /** Short name in addresses: lower case letters, digits and hyphens; unique, and never changed. */
  key: string;
  /** Language and region of its texts, e.g. en-GB. */
  locale?: string | null | undefined;
  /** Name. */
  name: string;
  /** The reseller above it; your own without one. */
  parentId?: string | number | null | undefined;
  /** Time zone of its business dates, e.g. Europe/London. */
  timeZone?: string | null | undefined;
};

/** What a reseller below yours may do. */
export type DelegateToResellerInput = {
  /** Permissions that its people and all below it may have at most, such as `order.place`; none but your own may be named. Null lifts the limit. */
  delegated?: Array<string> | null | undefined;
  /** Id of the reseller. */
  id: string | number;
};

/** How much a reseller below yours and all below it may have at most; what is left out is unlimited. */
export type LimitResellerInput = {
  /** Customers who are neither deactivated nor archived. */
  customers?: number | null | undefined;
  /** Id of the reseller. */
  id: string | number;
  /** People who are not disabled, invited ones and customers' own too. */
  people?: number | null | undefined;
  /** Resellers below it that are not closed. */
  resellers?: number | null | undefined;
  /** Services that are not terminated. */
  services?: number | null | undefined;
};

/** Which reseller comes below which. */
export type MoveResellerInput = {
  /** The fingerprint of the plan that was shown; what has changed since refuses the move. */
  fingerprint: string;
  /** Id of the reseller that is moved, with all below it. */
  id: string | number;
  /** Id of its new parent. */
  parentId: string | number;
};

/** Where a reseller stands in its life. */
export type ResellerState =
  /** Works. */
  | 'ACTIVE'
  /** Has ended for good. */
  | 'CLOSED'
  /** Created, not activated yet. */
  | 'PENDING'
  /** May look and end services, but neither create nor change. */
  | 'SUSPENDED';

/** A reseller whose state shall change. */
export type ResellerStateInput = {
  /** Id of the reseller. */
  id: string | number;
  /** Why, in your own words, for the audit trail. */
  note?: string | null | undefined;
};

/** What shall change of a reseller; what is left out stays. */
export type UpdateResellerInput = {
  /** Home country; of your own reseller only those above it say it. */
  country?: string | null | undefined;
  /** Addresses that hear of its critically failed runs, 20 at most. */
  failureEmails?: Array<string> | null | undefined;
  /** Id of the reseller. */
  id: string | number;
  /** Language and region of its texts, e.g. en-GB. */
  locale?: string | null | undefined;
  /** Name; of your own reseller only those above it say it. */
  name?: string | null | undefined;
  /** Time zone of its business dates, e.g. Europe/London. */
  timeZone?: string | null | undefined;
  /** Its version as you read it. */
  version: number;
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

export type ResellerChangedFragment = { reseller: { number: number, timeZone: string, locale: string, version: number, id: string, key: string, name: string, state: Schema.ResellerState, country: string, currency: string, tierPath: Array<{ id: string, key: string, name: string, isCurrent: boolean }> } | null, userErrors: Array<
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
  > };

export type CreateResellerMutationVariables = Exact<{
  input: Schema.CreateResellerInput;
}>;


export type CreateResellerMutation = { createReseller: { reseller: { number: number, timeZone: string, locale: string, version: number, id: string, key: string, name: string, state: Schema.ResellerState, country: string, currency: string, tierPath: Array<{ id: string, key: string, name: string, isCurrent: boolean }> } | null, userErrors: Array<
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

export type UpdateResellerMutationVariables = Exact<{
  input: Schema.UpdateResellerInput;
}>;


export type UpdateResellerMutation = { updateReseller: { reseller: { id: string, failureEmails: Array<string>, number: number, timeZone: string, locale: string, version: number, key: string, name: string, state: Schema.ResellerState, country: string, currency: string, tierPath: Array<{ id: string, key: string, name: string, isCurrent: boolean }> } | null, userErrors: Array<
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

export type ActivateResellerMutationVariables = Exact<{
  input: Schema.ResellerStateInput;
}>;


export type ActivateResellerMutation = { activateReseller: { reseller: { number: number, timeZone: string, locale: string, version: number, id: string, key: string, name: string, state: Schema.ResellerState, country: string, currency: string, tierPath: Array<{ id: string, key: string, name: string, isCurrent: boolean }> } | null, userErrors: Array<
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

export type SuspendResellerMutationVariables = Exact<{
  input: Schema.ResellerStateInput;
}>;


export type SuspendResellerMutation = { suspendReseller: { reseller: { number: number, timeZone: string, locale: string, version: number, id: string, key: string, name: string, state: Schema.ResellerState, country: string, currency: string, tierPath: Array<{ id: string, key: string, name: string, isCurrent: boolean }> } | null, userErrors: Array<
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

export type ResumeResellerMutationVariables = Exact<{
  input: Schema.ResellerStateInput;
}>;


export type ResumeResellerMutation = { resumeReseller: { reseller: { number: number, timeZone: string, locale: string, version: number, id: string, key: string, name: string, state: Schema.ResellerState, country: string, currency: string, tierPath: Array<{ id: string, key: string, name: string, isCurrent: boolean }> } | null, userErrors: Array<
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

export type DelegateToResellerMutationVariables = Exact<{
  input: Schema.DelegateToResellerInput;
}>;


export type DelegateToResellerMutation = { delegateToReseller: { reseller: { id: string, delegated: Array<string> | null, number: number, timeZone: string, locale: string, version: number, key: string, name: string, state: Schema.ResellerState, country: string, currency: string, tierPath: Array<{ id: string, key: string, name: string, isCurrent: boolean }> } | null, userErrors: Array<
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

export type LimitResellerMutationVariables = Exact<{
  input: Schema.LimitResellerInput;
}>;


export type LimitResellerMutation = { limitReseller: { reseller: { id: string, number: number, timeZone: string, locale: string, version: number, key: string, name: string, state: Schema.ResellerState, country: string, currency: string, limits: { customers: number | null, services: number | null, people: number | null, resellers: number | null }, tierPath: Array<{ id: string, key: string, name: string, isCurrent: boolean }> } | null, userErrors: Array<
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

export type CloseResellerMutationVariables = Exact<{
  input: Schema.CloseResellerInput;
}>;


export type CloseResellerMutation = { closeReseller: { reseller: { number: number, timeZone: string, locale: string, version: number, id: string, key: string, name: string, state: Schema.ResellerState, country: string, currency: string, tierPath: Array<{ id: string, key: string, name: string, isCurrent: boolean }> } | null, userErrors: Array<
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

export type MoveResellerMutationVariables = Exact<{
  input: Schema.MoveResellerInput;
}>;


export type MoveResellerMutation = { moveReseller: { reseller: { number: number, timeZone: string, locale: string, version: number, id: string, key: string, name: string, state: Schema.ResellerState, country: string, currency: string, tierPath: Array<{ id: string, key: string, name: string, isCurrent: boolean }> } | null, userErrors: Array<
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

export const ResellerChangedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerChanged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerRow"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ResellerChangedFragment, unknown>;
export const CreateResellerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateReseller"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateResellerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createReseller"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerChanged"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerRow"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerChanged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<CreateResellerMutation, CreateResellerMutationVariables>;
export const UpdateResellerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateReseller"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateResellerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateReseller"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerChanged"}},{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"failureEmails"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerRow"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerChanged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<UpdateResellerMutation, UpdateResellerMutationVariables>;
export const ActivateResellerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ActivateReseller"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerStateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activateReseller"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerChanged"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerRow"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerChanged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<ActivateResellerMutation, ActivateResellerMutationVariables>;
export const SuspendResellerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendReseller"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerStateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspendReseller"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerChanged"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerRow"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerChanged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<SuspendResellerMutation, SuspendResellerMutationVariables>;
export const ResumeResellerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeReseller"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerStateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeReseller"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerChanged"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerRow"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerChanged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<ResumeResellerMutation, ResumeResellerMutationVariables>;
export const DelegateToResellerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DelegateToReseller"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DelegateToResellerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delegateToReseller"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerChanged"}},{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"delegated"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerRow"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerChanged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<DelegateToResellerMutation, DelegateToResellerMutationVariables>;
export const LimitResellerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LimitReseller"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LimitResellerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limitReseller"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerChanged"}},{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"}},{"kind":"Field","name":{"kind":"Name","value":"services"}},{"kind":"Field","name":{"kind":"Name","value":"people"}},{"kind":"Field","name":{"kind":"Name","value":"resellers"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerRow"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerChanged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<LimitResellerMutation, LimitResellerMutationVariables>;
export const CloseResellerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseReseller"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseResellerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeReseller"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerChanged"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerRow"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerChanged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<CloseResellerMutation, CloseResellerMutationVariables>;
export const MoveResellerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveReseller"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MoveResellerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moveReseller"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerChanged"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reseller"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerRow"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResellerChanged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResellerPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResellerFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<MoveResellerMutation, MoveResellerMutationVariables>;