/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A new role. */
export type CreateRoleInput = {
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: string | number;
  /** Name, unique at its reseller. */
  name: string;
  /** What it gives, such as `order.place`; none but your own may be named. */
  permissions: Array<string>;
  /** Whose role it is; your own reseller without one. */
  resellerId?: string | number | null | undefined;
};

/** A role that nobody shall hold any more. */
export type DeleteRoleInput = {
  /** Id of the role. */
  id: string | number;
};

/** What shall change of a role; what is left out stays. */
export type UpdateRoleInput = {
  /** Id of the role. */
  id: string | number;
  /** Name, unique at its reseller. */
  name?: string | null | undefined;
  /** All that it gives from now on; none but your own may be named. */
  permissions?: Array<string> | null | undefined;
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

export type RoleRowFragment = { id: string, name: string, permissions: Array<string>, version: number, holderCount: number, reseller: { id: string, key: string, name: string } | null };

export type RoleListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RoleListQuery = { roles: { nodes: Array<{ id: string, name: string, permissions: Array<string>, version: number, holderCount: number, reseller: { id: string, key: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, totalCount: { value: number, isEstimate: boolean } } };

export type CreateRoleMutationVariables = Exact<{
  input: Schema.CreateRoleInput;
}>;


export type CreateRoleMutation = { createRole: { role: { id: string, name: string, permissions: Array<string>, version: number, holderCount: number, reseller: { id: string, key: string, name: string } | null } | null, userErrors: Array<
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

export type UpdateRoleMutationVariables = Exact<{
  input: Schema.UpdateRoleInput;
}>;


export type UpdateRoleMutation = { updateRole: { role: { id: string, name: string, permissions: Array<string>, version: number, holderCount: number, reseller: { id: string, key: string, name: string } | null } | null, userErrors: Array<
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

export type DeleteRoleMutationVariables = Exact<{
  input: Schema.DeleteRoleInput;
}>;


export type DeleteRoleMutation = { deleteRole: { userErrors: Array<
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

export const RoleRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomRole"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holderCount"}},{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<RoleRowFragment, unknown>;
export const RoleListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoleList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RoleRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isEstimate"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomRole"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holderCount"}},{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<RoleListQuery, RoleListQueryVariables>;
export const CreateRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateRoleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RoleRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomRole"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holderCount"}},{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CreateRoleMutation, CreateRoleMutationVariables>;
export const UpdateRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateRoleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RoleRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RoleRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomRole"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holderCount"}},{"kind":"Field","name":{"kind":"Name","value":"reseller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<UpdateRoleMutation, UpdateRoleMutationVariables>;
export const DeleteRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteRoleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteRoleMutation, DeleteRoleMutationVariables>;