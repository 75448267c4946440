/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How seconds are counted. */
export type CadenceInput = {
  /** Seconds that count at least. */
  first: number;
  /** A call no longer than this costs nothing. */
  grace: number;
  /** Seconds of each step after that. */
  step: number;
};

/** By which of a carrier's ways a call leaves. */
export type CallRoute =
  /** The better one. */
  | 'PREMIUM'
  /** The cheaper one. */
  | 'VALUE';

/** Either an offering or a number that is dialled. */
export type ExplainPriceInput = {
  /** At this time; now unless given. */
  at?: string | null | undefined;
  /** For this customer. */
  customerId?: string | number | null | undefined;
  /** The number. */
  number?: string | null | undefined;
  /** Id of the offering. */
  offeringId?: string | number | null | undefined;
  /** For this reseller below. Neither: for your own customers. */
  resellerId?: string | number | null | undefined;
};

/** What a price is for. */
export type ExplainedKind =
  /** Once a call. */
  | 'CONNECTION'
  /** A minute of a call. */
  | 'MINUTE'
  /** Once, for something that does not recur. */
  | 'ONE_OFF'
  /** Each billing period. */
  | 'RECURRING'
  /** Once, with the first period. */
  | 'SETUP';

/** How a price came to be. */
export type PriceRule =
  /** An own rate of a country. */
  | 'COUNTRY'
  /** (cost + fixed) × (1 + percent / 100). */
  | 'MARKUP'
  /** An own price of a price list, on which nothing is put. */
  | 'OWN_PRICE'
  /** An own rate of a prefix. */
  | 'PREFIX'
  /** What customers pay: the seller's own price, or that of the nearest reseller above. */
  | 'RETAIL'
  /** An own rate of the United States and Canada. */
  | 'US_CANADA';

/** A rate of the seller's own. */
export type RateOverrideInput = {
  /** A minute. */
  ratePerMinute: string;
  /** What it is for. */
  scope: RateOverrideScope;
  /** The prefix or the country (ISO 3166); none for US_CANADA. */
  target?: string | null | undefined;
};

/** What a rate of a seller's own is for; the first of these goes before the others. */
export type RateOverrideScope =
  /** Numbers of a country. */
  | 'COUNTRY'
  /** Numbers with a prefix; the longest counts. */
  | 'PREFIX'
  /** Numbers of the United States and Canada. */
  | 'US_CANADA';

/** What a rate plan would say; what is not given is none. */
export type RatePlanPreviewInput = {
  /** Unless given, calls are counted as they are bought. */
  cadence?: CadenceInput | null | undefined;
  /** The same of calls to Canada. VALUE unless given. */
  canadaRoute?: CallRoute | null | undefined;
  /** Where the reseller pays in another currency. */
  exchangeRate?: string | null | undefined;
  /** By which calls leave to any country but Canada, of customers and lines that have the plan; all above buy them for it. VALUE unless given. */
  internationalRoute?: CallRoute | null | undefined;
  /** Put on what a minute costs, first. */
  markupFixed?: string | null | undefined;
  /** Put on both, in per cent: (cost + fixed) × (1 + percent / 100). */
  markupPercent?: string | null | undefined;
  /** Rates of the seller's own. */
  overrides?: Array<RateOverrideInput> | null | undefined;
};

export type ExplainPriceQueryVariables = Exact<{
  input: Schema.ExplainPriceInput;
}>;


export type ExplainPriceQuery = { explainPrice: { problem: string | null, seller: string | null, buyer: string | null, currency: string | null, rule: Schema.PriceRule | null, route: Schema.CallRoute | null, sourceName: string | null, sourceEffectiveFrom: string | null, lines: Array<{ kind: Schema.ExplainedKind, sells: string, buys: string | null, margin: string | null, formula: string | null }> } };

export type PriceBuyersQueryVariables = Exact<{
  search: string;
  first: number;
  withResellers: boolean;
  parentId: string | number;
}>;


export type PriceBuyersQuery = { customers: { nodes: Array<{ id: string, label: string }> }, resellers?: { nodes: Array<{ id: string, name: string }> } };

export type SellRatesQueryVariables = Exact<{
  customer?: string | number | null | undefined;
  below?: string | number | null | undefined;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SellRatesQuery = { sellRates: { nodes: Array<{ prefix: string, destination: string, route: Schema.CallRoute | null, isBlocked: boolean, sellRate: string | null, sellCadence: string | null, buyRate: string | null, buyCadence: string | null, margin: string | null, marginPercent: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PreviewRatePlanQueryVariables = Exact<{
  input: Schema.RatePlanPreviewInput;
}>;


export type PreviewRatePlanQuery = { previewRatePlan: { routes: Array<{ prefix: string, destination: string, sellRate: string | null, buyRate: string | null, margin: string | null, marginPercent: string | null }>, userErrors: Array<
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
      | { message: string, path: Array<string> | null }
    > } };


export const ExplainPriceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainPrice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainPriceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainPrice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"buyer"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"sourceName"}},{"kind":"Field","name":{"kind":"Name","value":"sourceEffectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sells"}},{"kind":"Field","name":{"kind":"Name","value":"buys"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}}]}}]}}]}}]} as unknown as DocumentNode<ExplainPriceQuery, ExplainPriceQueryVariables>;
export const PriceBuyersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PriceBuyers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withResellers"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"parentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"resellers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"parentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"parentId"}}}]}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withResellers"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<PriceBuyersQuery, PriceBuyersQueryVariables>;
export const SellRatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SellRates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customer"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"below"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sellRates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customer"}}},{"kind":"Argument","name":{"kind":"Name","value":"resellerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"below"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"isBlocked"}},{"kind":"Field","name":{"kind":"Name","value":"sellRate"}},{"kind":"Field","name":{"kind":"Name","value":"sellCadence"}},{"kind":"Field","name":{"kind":"Name","value":"buyRate"}},{"kind":"Field","name":{"kind":"Name","value":"buyCadence"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"marginPercent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SellRatesQuery, SellRatesQueryVariables>;
export const PreviewRatePlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewRatePlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RatePlanPreviewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewRatePlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"routes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"sellRate"}},{"kind":"Field","name":{"kind":"Name","value":"buyRate"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"marginPercent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewRatePlanQuery, PreviewRatePlanQueryVariables>;