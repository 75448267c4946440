/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which calls included minutes are for. */
export type AllowanceSlot =
  /** To fixed lines in other countries. */
  | 'FIXED_INTERNATIONAL'
  /** To fixed lines in the caller's area, or in the country where it knows no areas. */
  | 'FIXED_LOCAL'
  /** To fixed lines elsewhere in the country. */
  | 'FIXED_LONG_DISTANCE'
  /** To mobiles in other countries. */
  | 'MOBILE_INTERNATIONAL'
  /** To mobiles in the caller's area, or in the country where it knows no areas. */
  | 'MOBILE_LOCAL'
  /** To mobiles elsewhere in the country. */
  | 'MOBILE_LONG_DISTANCE'
  /** To numbers with the allowance's prefixes; without any, to all numbers. */
  | 'NUMBERS';

/** Included minutes of a customer as they shall be from now on: what is not named ends, what it has already stays as it is. */
export type AssignAllowancesInput = {
  /** Id of the customer. */
  customerId: string | number;
  /** Day of the month on which a cycle begins, 1 to 31; in a shorter month its last one. As it is, or as the account says, unless given. */
  cycleDay?: number | null | undefined;
  /** The same key and arguments give the first answer again. */
  idempotencyKey: string | number;
  /** Whether included minutes may be used while there is no money; null: unless the customer's account is strict. */
  isUsableAtZero?: boolean | null | undefined;
  /** What it shall have. */
  slots: Array<AssignedAllowanceInput>;
};

/** What a slot has: an allowance, or the local minutes of the same kind. */
export type AssignedAllowanceInput = {
  /** Id of the allowance. */
  allowanceId?: string | number | null | undefined;
  /** Of long distance: draws on the local minutes of the same kind. */
  drawsFromLocal?: boolean | null | undefined;
  /** Which calls it is for. Each but NUMBERS is named once. */
  slot: AllowanceSlot;
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

export type OfferedAllowancesQueryVariables = Exact<{
  cycleDay: number;
}>;


export type OfferedAllowancesQuery = { allowances: Array<{ id: string, name: string, minutes: number, prefixes: Array<string>, isOffered: boolean, firstCycle: { endsOn: string, days: number, ofDays: number, seconds: number, fee: { amount: string, currency: string } } }> };

export type AssignAllowancesMutationVariables = Exact<{
  input: Schema.AssignAllowancesInput;
}>;


export type AssignAllowancesMutation = { assignAllowances: { customer: { id: string, allowances: { cycleDay: number, isUsableAtZero: boolean | null, held: Array<{ slot: Schema.AllowanceSlot, drawsFromLocal: boolean, allowanceId: string | null, serviceId: string | null, serviceName: string | null, name: string | null, minutes: number, prefixes: Array<string>, fee: { amount: string, currency: string }, count: { startsOn: string, endsOn: string, grantedSeconds: number, rolledSeconds: number, usedSeconds: number, leftSeconds: number } | null }>, ofLines: Array<{ slot: Schema.AllowanceSlot, drawsFromLocal: boolean, allowanceId: string | null, serviceId: string | null, serviceName: string | null, name: string | null, minutes: number, prefixes: Array<string>, fee: { amount: string, currency: string }, count: { startsOn: string, endsOn: string, grantedSeconds: number, rolledSeconds: number, usedSeconds: number, leftSeconds: number } | null }> } | null } | null, userErrors: Array<
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


export const OfferedAllowancesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OfferedAllowances"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"cycleDay"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowances"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"prefixes"}},{"kind":"Field","name":{"kind":"Name","value":"isOffered"}},{"kind":"Field","name":{"kind":"Name","value":"firstCycle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"cycleDay"},"value":{"kind":"Variable","name":{"kind":"Name","value":"cycleDay"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"ofDays"}},{"kind":"Field","name":{"kind":"Name","value":"seconds"}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OfferedAllowancesQuery, OfferedAllowancesQueryVariables>;
export const AssignAllowancesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssignAllowances"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssignAllowancesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignAllowances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowances"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cycleDay"}},{"kind":"Field","name":{"kind":"Name","value":"isUsableAtZero"}},{"kind":"Field","name":{"kind":"Name","value":"held"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldAllowanceRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ofLines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldAllowanceRow"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldAllowanceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HeldAllowance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"drawsFromLocal"}},{"kind":"Field","name":{"kind":"Name","value":"allowanceId"}},{"kind":"Field","name":{"kind":"Name","value":"serviceId"}},{"kind":"Field","name":{"kind":"Name","value":"serviceName"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"prefixes"}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"grantedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"rolledSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"usedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"leftSeconds"}}]}}]}}]} as unknown as DocumentNode<AssignAllowancesMutation, AssignAllowancesMutationVariables>;