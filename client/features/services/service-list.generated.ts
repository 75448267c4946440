/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which services; what is absent leaves nothing out. */
export type ServiceFilter = {
  /** Only active ones of the type that this add-on is for. */
  compatibleWithOfferingId?: string | number | null | undefined;
  /** Only those of this customer. */
  customerId?: string | number | null | undefined;
  /** Only those of these types. */
  serviceType?: Array<ServiceType> | null | undefined;
  /** Only those of one tab. */
  tab?: ServiceTab | null | undefined;
  /** true: only lines that are not given a rate plan of their own. Needs the permission rate.view. */
  withoutRatePlan?: boolean | null | undefined;
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

/** A part of the list of services. Active, inactive and suspended together are all. */
export type ServiceTab =
  /** Those that work. */
  | 'ACTIVE'
  /** Every service. */
  | 'ALL'
  /** Those that are pending, failed, expired or terminated. */
  | 'INACTIVE'
  /** Those that are suspended. */
  | 'SUSPENDED';

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

/** Why a customer or service is suspended; several may hold at once. */
export type SuspensionReason =
  /** Its customer was deactivated. */
  | 'ACCOUNT_DEACTIVATED'
  /** Money has run out. */
  | 'BALANCE'
  /** A screening found something. */
  | 'COMPLIANCE'
  /** A person stopped it. */
  | 'MANUAL'
  /** Its term ended and was not renewed. */
  | 'NON_RENEWAL'
  /** A tier above or a supplier stopped it. */
  | 'UPSTREAM';

export type ServiceRowFragment = { id: string, number: number, name: string, serviceType: Schema.ServiceType, state: Schema.ServiceState, suspensionReasons: Array<Schema.SuspensionReason>, startsOn: string | null, endsOn: string | null, recurring: { amount: string, currency: string } | null, customer: { id: string, label: string }, tierPath: Array<{ id: string, key: string, name: string }>, offering: { id: string, slug: string, name: string } };

export type ServiceListQueryVariables = Exact<{
  search?: string | null | undefined;
  filter?: Schema.ServiceFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ServiceListQuery = { services: { nodes: Array<{ id: string, number: number, name: string, serviceType: Schema.ServiceType, state: Schema.ServiceState, suspensionReasons: Array<Schema.SuspensionReason>, startsOn: string | null, endsOn: string | null, recurring: { amount: string, currency: string } | null, customer: { id: string, label: string }, tierPath: Array<{ id: string, key: string, name: string }>, offering: { id: string, slug: string, name: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean }, totalCount: { value: number, isEstimate: boolean }, tabCounts: Array<{ tab: Schema.ServiceTab, count: number }> } };

export const ServiceRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ServiceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Service"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"serviceType"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"suspensionReasons"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ServiceRowFragment, unknown>;
export const ServiceListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServiceList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ServiceFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"services"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ServiceRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isEstimate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tabCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tab"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ServiceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Service"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"serviceType"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"suspensionReasons"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tierPath"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ServiceListQuery, ServiceListQueryVariables>;