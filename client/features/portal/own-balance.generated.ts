/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What becomes of who pays before when nothing is left. */
export type CreditPolicy =
  /** They are served on, and owe what they use. */
  | 'PERMISSIVE'
  /** They are suspended until they have paid. */
  | 'STRICT';

/** How a buyer pays. */
export type PaymentMode =
  /** Afterwards, with minutes included. */
  | 'ALLOWANCE'
  /** Afterwards: up to the credit limit, or without an end. */
  | 'POSTPAID'
  /** Before: from what is on the account. */
  | 'PREPAID';

/** Why an account may spend nothing now. The list grows. */
export type StandingReason =
  /** The customer is deactivated. */
  | 'ACCOUNT_DEACTIVATED'
  /** Nothing is left on it. */
  | 'BALANCE'
  /** A screening stands against it. */
  | 'COMPLIANCE'
  /** The credit limit is reached. */
  | 'CREDIT_LIMIT'
  /** It was suspended by hand. */
  | 'MANUAL'
  /** It was not renewed. */
  | 'NON_RENEWAL'
  /** The customer was not taken on yet, or is archived. */
  | 'NOT_ACTIVE'
  /** Those who sell to it may not spend themselves. */
  | 'UPSTREAM';

export type OwnBalanceQueryVariables = Exact<{
  id: string | number;
}>;


export type OwnBalanceQuery = { customer: { id: string, billingAccount: { id: string, currency: string, mode: Schema.PaymentMode, policy: Schema.CreditPolicy | null, isNearLimit: boolean, balance: { amount: string, currency: string }, available: { amount: string, currency: string } | null, held: { amount: string, currency: string }, creditLimit: { amount: string, currency: string } | null, standing: { maySpend: boolean, reason: Schema.StandingReason | null } } | null } | null };


export const OwnBalanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnBalance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billingAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BillingFigures"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BillingFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BillingAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"available"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"held"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"policy"}},{"kind":"Field","name":{"kind":"Name","value":"creditLimit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isNearLimit"}},{"kind":"Field","name":{"kind":"Name","value":"standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maySpend"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<OwnBalanceQuery, OwnBalanceQueryVariables>;