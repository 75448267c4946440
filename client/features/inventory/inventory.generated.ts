/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** One item to take into stock. */
export type AddInventoryItemInput = {
  /** ICCID, number, serial number or hardware address, in any usual spelling. */
  identifier: string;
  /** What people call it; made from the identifier unless given. */
  label?: string | null | undefined;
  /** Where it lies. */
  location?: string | null | undefined;
  /** Anything worth knowing. */
  note?: string | null | undefined;
};

/** Items to take into stock: all of them, or none. */
export type AddInventoryItemsInput = {
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: string | number;
  /** The items, at most 500. */
  items: Array<AddInventoryItemInput>;
  /** Who will hold them: your own reseller, or one below. */
  resellerId?: string | number | null | undefined;
  /** NEW unless said otherwise, or IN_STOCK. */
  state?: InventoryItemState | null | undefined;
  /** Id of the template. */
  templateId: string | number;
};

/** Items to give to a reseller below: all of them, or none. */
export type HandInventoryDownInput = {
  /** Made by the caller; the same key and input have one effect, for 72 hours. */
  idempotencyKey: string | number;
  /** Ids of free items, at most 500. */
  itemIds: Array<string | number>;
  /** Id of the reseller that gets them. */
  resellerId: string | number;
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

/** Which items; all conditions must hold. */
export type InventoryItemFilter = {
  /** What this customer has. With `isAvailable: true` instead: what can be sold to it, from its reseller's stock. */
  customerId?: string | number | null | undefined;
  /** Identified by this: phone numbers, for example. */
  identifierKind?: IdentifierKind | null | undefined;
  /** True for a picker: what you can pick, that is what is free in the seller's stock and what you have reserved yourself. False: what is not free. */
  isAvailable?: boolean | null | undefined;
  /** False: what lies in the stock that the template counts, yours or, of a template below your tier, that tier's. True: what was handed further down. */
  isHandedDown?: boolean | null | undefined;
  /** In this place. */
  location?: string | null | undefined;
  /** What this service uses. */
  serviceId?: string | number | null | undefined;
  /** In one of these states. */
  state?: Array<InventoryItemState> | null | undefined;
  /** Of this template. */
  templateId?: string | number | null | undefined;
};

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

/** What becomes of an item when its service ends. */
export type ReleasePolicy =
  /** It rests for some days before it is in stock again, like a number. */
  | 'QUARANTINE'
  /** It goes back to stock at once, like a modem. */
  | 'RESTOCK'
  /** It is used up, like a SIM card. */
  | 'RETIRE';

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

export type TemplateRowFragment = { id: string, key: string, label: string, identifierKind: Schema.IdentifierKind, releasePolicy: Schema.ReleasePolicy, quarantineDays: number, checksLuhn: boolean, lowStockThreshold: number, available: number, offeringCount: number, version: number, counts: Array<{ state: Schema.InventoryItemState, count: number }> };

export type InventoryTemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type InventoryTemplatesQuery = { inventoryTemplates: { nodes: Array<{ id: string, key: string, label: string, identifierKind: Schema.IdentifierKind, releasePolicy: Schema.ReleasePolicy, quarantineDays: number, checksLuhn: boolean, lowStockThreshold: number, available: number, offeringCount: number, version: number, counts: Array<{ state: Schema.InventoryItemState, count: number }> }> } };

export type ItemRowFragment = { id: string, label: string, identifier: string, maskedIdentifier: string, state: Schema.InventoryItemState, location: string | null, version: number, template: { id: string, key: string, label: string, identifierKind: Schema.IdentifierKind }, holder: { id: string, name: string }, tierPath: Array<{ id: string, key: string, name: string }>, reservation: { id: string, isYours: boolean, expiresAt: string } | null, customer: { id: string, label: string } | null };

export type InventoryItemsQueryVariables = Exact<{
  filter?: Schema.InventoryItemFilter | null | undefined;
  handedDown?: Schema.InventoryItemFilter | null | undefined;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type InventoryItemsQuery = { handedDown: { totalCount: { value: number, isEstimate: boolean } }, inventoryItems: { nodes: Array<{ id: string, label: string, identifier: string, maskedIdentifier: string, state: Schema.InventoryItemState, location: string | null, version: number, template: { id: string, key: string, label: string, identifierKind: Schema.IdentifierKind }, holder: { id: string, name: string }, tierPath: Array<{ id: string, key: string, name: string }>, reservation: { id: string, isYours: boolean, expiresAt: string } | null, customer: { id: string, label: string } | null }>, counts: Array<{ state: Schema.InventoryItemState, count: number }>, totalCount: { value: number, isEstimate: boolean }, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ResellersBelowQueryVariables = Exact<{ [key: string]: never; }>;


export type ResellersBelowQuery = { resellers: { nodes: Array<{ id: string, name: string, state: Schema.ResellerState }> } };

export type HandDownMutationVariables = Exact<{
  input: Schema.HandInventoryDownInput;
}>;


export type HandDownMutation = { handInventoryDown: { items: Array<{ id: string }>, userErrors: Array<
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

export type AddItemsMutationVariables = Exact<{
  input: Schema.AddInventoryItemsInput;
}>;


export type AddItemsMutation = { addInventoryItems: { items: Array<{ id: string, label: string }>, userErrors: Array<
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

export const TemplateRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TemplateRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryTemplate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifierKind"}},{"kind":"Field","name":{"kind":"Name","value":"releasePolicy"}},{"kind":"Field","name":{"kind":"Name","value":"quarantineDays"}},{"kind":"Field","name":{"kind":"Name","value":"checksLuhn"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"offeringCount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<TemplateRowFragment, unknown>;
export const ItemRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ItemRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIdentifier"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifierKind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isYours"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]} as unknown as DocumentNode<ItemRowFragment, unknown>;
export const InventoryTemplatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InventoryTemplates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inventoryTemplates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TemplateRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TemplateRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryTemplate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifierKind"}},{"kind":"Field","name":{"kind":"Name","value":"releasePolicy"}},{"kind":"Field","name":{"kind":"Name","value":"quarantineDays"}},{"kind":"Field","name":{"kind":"Name","value":"checksLuhn"}},{"kind":"Field","name":{"kind":"Name","value":"lowStockThreshold"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"offeringCount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<InventoryTemplatesQuery, InventoryTemplatesQueryVariables>;
export const InventoryItemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InventoryItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItemFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"handedDown"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItemFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"handedDown"},"name":{"kind":"Name","value":"inventoryItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"handedDown"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isEstimate"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"inventoryItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ItemRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isEstimate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ItemRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InventoryItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIdentifier"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"identifierKind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reservation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isYours"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]} as unknown as DocumentNode<InventoryItemsQuery, InventoryItemsQueryVariables>;
export const ResellersBelowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResellersBelow"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resellers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]} as unknown as DocumentNode<ResellersBelowQuery, ResellersBelowQueryVariables>;
export const HandDownDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HandDown"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HandInventoryDownInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"handInventoryDown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<HandDownMutation, HandDownMutationVariables>;
export const AddItemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddInventoryItemsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addInventoryItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AddItemsMutation, AddItemsMutationVariables>;