/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from './generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Where calls go, as far as fraud is concerned. */
export type DestinationClass =
  /** The reseller's own country. */
  | 'DOMESTIC'
  /** The European Union. */
  | 'EU'
  /** Networks without a country, and countries whose ranges are rented out for fraud. */
  | 'HIGH_RISK'
  /** Numbers that cost whoever calls and pay whoever is called. */
  | 'PREMIUM'
  /** Satellites. */
  | 'SATELLITE'
  /** Everywhere else. */
  | 'WORLD';

/** All of the limits, for one place. What is left out is without a limit. */
export type SetCallGuardInput = {
  /** Calls within a minute. */
  callsPerMinute?: number | null | undefined;
  /** What calls may cost in a day. */
  dailySpend?: string | null | undefined;
  /** What a minute may cost. */
  dearestRate?: string | null | undefined;
  /** Of a customer of yours, of a line of theirs, or of a reseller right below; without it, your own. */
  id?: string | number | null | undefined;
  /** Seconds that a call may last. */
  longestSeconds?: number | null | undefined;
  /** What calls may cost in a month. */
  monthlySpend?: string | null | undefined;
  /** Where calls may go. */
  openClasses: Array<DestinationClass>;
  /** Calls at a time; of a line they are set by setSimultaneousCalls. */
  parallelCalls?: number | null | undefined;
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

export type CallLimitsViewFragment = { openClasses: Array<Schema.DestinationClass>, parallelCalls: number | null, callsPerMinute: number | null, longestSeconds: number | null, dearestRate: string | null, dailySpend: string | null, monthlySpend: string | null };

export type CallGuardViewFragment = { currency: string, nextFrom: string | null, limits: { openClasses: Array<Schema.DestinationClass>, parallelCalls: number | null, callsPerMinute: number | null, longestSeconds: number | null, dearestRate: string | null, dailySpend: string | null, monthlySpend: string | null }, next: { openClasses: Array<Schema.DestinationClass>, parallelCalls: number | null, callsPerMinute: number | null, longestSeconds: number | null, dearestRate: string | null, dailySpend: string | null, monthlySpend: string | null } | null, bound: { openClasses: Array<Schema.DestinationClass>, parallelCalls: number | null, callsPerMinute: number | null, longestSeconds: number | null, dearestRate: string | null, dailySpend: string | null, monthlySpend: string | null } };

export type CallGuardQueryVariables = Exact<{
  id?: string | number | null | undefined;
}>;


export type CallGuardQuery = { callGuard: { currency: string, nextFrom: string | null, limits: { openClasses: Array<Schema.DestinationClass>, parallelCalls: number | null, callsPerMinute: number | null, longestSeconds: number | null, dearestRate: string | null, dailySpend: string | null, monthlySpend: string | null }, next: { openClasses: Array<Schema.DestinationClass>, parallelCalls: number | null, callsPerMinute: number | null, longestSeconds: number | null, dearestRate: string | null, dailySpend: string | null, monthlySpend: string | null } | null, bound: { openClasses: Array<Schema.DestinationClass>, parallelCalls: number | null, callsPerMinute: number | null, longestSeconds: number | null, dearestRate: string | null, dailySpend: string | null, monthlySpend: string | null } } };

export type SetCallGuardMutationVariables = Exact<{
  input: Schema.SetCallGuardInput;
}>;


export type SetCallGuardMutation = { setCallGuard: { callGuard: { currency: string, nextFrom: string | null, limits: { openClasses: Array<Schema.DestinationClass>, parallelCalls: number | null, callsPerMinute: number | null, longestSeconds: number | null, dearestRate: string | null, dailySpend: string | null, monthlySpend: string | null }, next: { openClasses: Array<Schema.DestinationClass>, parallelCalls: number | null, callsPerMinute: number | null, longestSeconds: number | null, dearestRate: string | null, dailySpend: string | null, monthlySpend: string | null } | null, bound: { openClasses: Array<Schema.DestinationClass>, parallelCalls: number | null, callsPerMinute: number | null, longestSeconds: number | null, dearestRate: string | null, dailySpend: string | null, monthlySpend: string | null } } | null, userErrors: Array<
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

export const CallLimitsViewFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallLimitsView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CallLimits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openClasses"}},{"kind":"Field","name":{"kind":"Name","value":"parallelCalls"}},{"kind":"Field","name":{"kind":"Name","value":"callsPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"longestSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dearestRate"}},{"kind":"Field","name":{"kind":"Name","value":"dailySpend"}},{"kind":"Field","name":{"kind":"Name","value":"monthlySpend"}}]}}]} as unknown as DocumentNode<CallLimitsViewFragment, unknown>;
export const CallGuardViewFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallGuardView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CallGuard"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"nextFrom"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallLimitsView"}}]}},{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallLimitsView"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bound"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallLimitsView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallLimitsView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CallLimits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openClasses"}},{"kind":"Field","name":{"kind":"Name","value":"parallelCalls"}},{"kind":"Field","name":{"kind":"Name","value":"callsPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"longestSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dearestRate"}},{"kind":"Field","name":{"kind":"Name","value":"dailySpend"}},{"kind":"Field","name":{"kind":"Name","value":"monthlySpend"}}]}}]} as unknown as DocumentNode<CallGuardViewFragment, unknown>;
export const CallGuardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CallGuard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callGuard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallGuardView"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallLimitsView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CallLimits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openClasses"}},{"kind":"Field","name":{"kind":"Name","value":"parallelCalls"}},{"kind":"Field","name":{"kind":"Name","value":"callsPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"longestSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dearestRate"}},{"kind":"Field","name":{"kind":"Name","value":"dailySpend"}},{"kind":"Field","name":{"kind":"Name","value":"monthlySpend"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallGuardView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CallGuard"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"nextFrom"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallLimitsView"}}]}},{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallLimitsView"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bound"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallLimitsView"}}]}}]}}]} as unknown as DocumentNode<CallGuardQuery, CallGuardQueryVariables>;
export const SetCallGuardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetCallGuard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetCallGuardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setCallGuard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callGuard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallGuardView"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallLimitsView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CallLimits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openClasses"}},{"kind":"Field","name":{"kind":"Name","value":"parallelCalls"}},{"kind":"Field","name":{"kind":"Name","value":"callsPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"longestSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dearestRate"}},{"kind":"Field","name":{"kind":"Name","value":"dailySpend"}},{"kind":"Field","name":{"kind":"Name","value":"monthlySpend"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallGuardView"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CallGuard"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"nextFrom"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallLimitsView"}}]}},{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallLimitsView"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bound"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallLimitsView"}}]}}]}}]} as unknown as DocumentNode<SetCallGuardMutation, SetCallGuardMutationVariables>;