/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from './generated/schema';

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

/** How a buyer pays. */
export type PaymentMode =
  /** Afterwards, with minutes included. */
  | 'ALLOWANCE'
  /** Afterwards: up to the credit limit, or without an end. */
  | 'POSTPAID'
  /** Before: from what is on the account. */
  | 'PREPAID';

export type HeldAllowanceRowFragment = { slot: Schema.AllowanceSlot, drawsFromLocal: boolean, allowanceId: string | null, name: string | null, minutes: number, prefixes: Array<string>, fee: { amount: string, currency: string }, count: { startsOn: string, endsOn: string, grantedSeconds: number, rolledSeconds: number, usedSeconds: number, leftSeconds: number } | null };

export type CustomerAllowancesQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerAllowancesQuery = { customer: { id: string, billingAccount: { id: string, mode: Schema.PaymentMode, cycleDay: number } | null, allowances: { cycleDay: number, isUsableAtZero: boolean | null, held: Array<{ slot: Schema.AllowanceSlot, drawsFromLocal: boolean, allowanceId: string | null, name: string | null, minutes: number, prefixes: Array<string>, fee: { amount: string, currency: string }, count: { startsOn: string, endsOn: string, grantedSeconds: number, rolledSeconds: number, usedSeconds: number, leftSeconds: number } | null }> } | null } | null };

export const HeldAllowanceRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldAllowanceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HeldAllowance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"drawsFromLocal"}},{"kind":"Field","name":{"kind":"Name","value":"allowanceId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"prefixes"}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"grantedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"rolledSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"usedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"leftSeconds"}}]}}]}}]} as unknown as DocumentNode<HeldAllowanceRowFragment, unknown>;
export const CustomerAllowancesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CustomerAllowances"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billingAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"cycleDay"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowances"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cycleDay"}},{"kind":"Field","name":{"kind":"Name","value":"isUsableAtZero"}},{"kind":"Field","name":{"kind":"Name","value":"held"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldAllowanceRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldAllowanceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HeldAllowance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"drawsFromLocal"}},{"kind":"Field","name":{"kind":"Name","value":"allowanceId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"prefixes"}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"grantedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"rolledSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"usedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"leftSeconds"}}]}}]}}]} as unknown as DocumentNode<CustomerAllowancesQuery, CustomerAllowancesQueryVariables>;