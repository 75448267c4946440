/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What has become of a row. */
export type BulkRowState =
  /** The import was cancelled before its turn. */
  | 'CANCELLED'
  /** It is done. */
  | 'DONE'
  /** It was refused when its turn came, or its run has failed. */
  | 'FAILED'
  /** It would go through. */
  | 'READY'
  /** It would be refused, and is not tried. */
  | 'REFUSED'
  /** It is being done. */
  | 'RUNNING'
  /** Not looked at yet. */
  | 'STAGED'
  /** It was done before; doing it again would be a second one. */
  | 'UNCHANGED';

/** How far an import is. */
export type BulkState =
  /** The rest is not done any more. */
  | 'CANCELLED'
  /** Every row has come to its end. */
  | 'DONE'
  /** No further row begins until it is resumed. */
  | 'PAUSED'
  /** That is known; nothing was done. */
  | 'REHEARSED'
  /** It is being found out what each row would do. */
  | 'REHEARSING'
  /** Rows are being done. */
  | 'RUNNING'
  /** The file is here; it was not said yet which column is what. */
  | 'UPLOADED';

/** How far a platform is filled. It warns, and holds nobody up. */
export type CapacityLevel =
  /** Below nine tenths. */
  | 'FITS'
  /** From nine tenths on. */
  | 'NEAR'
  /** More than it is made for. */
  | 'OVER';

export type SyncsQueryVariables = Exact<{
  id: string | number;
}>;


export type SyncsQuery = { onboarding: { id: string, capacity: { users: number | null, usersMax: number, level: Schema.CapacityLevel | null }, syncs: Array<{ id: string, state: Schema.BulkState, counts: Array<{ state: Schema.BulkRowState, count: number }> }> } | null };


export const SyncsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Syncs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"onboarding"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"}},{"kind":"Field","name":{"kind":"Name","value":"usersMax"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"syncs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SyncsQuery, SyncsQueryVariables>;