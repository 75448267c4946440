/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A planned deck, and from when calls are bought by it. */
export type ApplyRateDeckInput = {
  /** From when; as soon as possible unless given. */
  effectiveFrom?: string | null | undefined;
  /** Id of the deck. */
  id: string | number;
  /** The same key and arguments give the first answer again. */
  idempotencyKey: string | number;
};

/** Who buys by a plan: one of these, or neither. */
export type AssignRatePlanInput = {
  /** Of a line: false, and the setup fee is never charged. */
  chargeSetupFee?: boolean | null | undefined;
  /** A customer of the reseller's own. */
  customerId?: string | number | null | undefined;
  /** From when; now unless given. A plan with fees or free minutes is given to a line from now on. */
  effectiveFrom?: string | null | undefined;
  /** Id of the plan. */
  id: string | number;
  /** The same key and arguments give the first answer again. */
  idempotencyKey: string | number;
  /** Of a line: the day on which the monthly fee is asked first, today or later; a month from today unless given. */
  nextBillingOn?: string | null | undefined;
  /** A reseller right below. Neither: whoever has no plan of their own. */
  resellerId?: string | number | null | undefined;
  /** One line of a customer of the reseller's own: its plan goes before its customer's. */
  serviceId?: string | number | null | undefined;
};

/** How seconds are counted. */
export type CadenceInput = {
  /** Seconds that count at least. */
  first: number;
  /** A call no longer than this costs nothing. */
  grace: number;
  /** Seconds of each step after that. */
  step: number;
};

/** Why a call has no price. */
export type CallProblemCode =
  /** The destination is blocked in the rate deck. */
  | 'BLOCKED'
  /** No numbering plan has such a number. */
  | 'INVALID_NUMBER'
  /** No rate deck is in force at that time, here or above. */
  | 'NO_DECK'
  /** A plan sells in another currency than it buys in and says no exchange rate. */
  | 'NO_EXCHANGE_RATE'
  /** A seller on the way has no rate plan for who buys from it. */
  | 'NO_PLAN'
  /** The markups on the way make more of it than 9.2 million a minute. */
  | 'PRICE_TOO_HIGH'
  /** The rate deck has no prefix that the number begins with. */
  | 'UNKNOWN_PREFIX';

/** By which of a carrier's ways a call leaves. */
export type CallRoute =
  /** The better one. */
  | 'PREMIUM'
  /** The cheaper one. */
  | 'VALUE';

/** By what a rate was found. */
export type CallRule =
  /** The plan's own rate for the country. */
  | 'COUNTRY'
  /** The plan's markup over what is paid. */
  | 'MARKUP'
  /** The plan's own rate for the longest prefix. */
  | 'PREFIX'
  /** The plan's own rate for the United States and Canada. */
  | 'US_CANADA';

/** What sort of line a number belongs to. */
export type LineType =
  /** A fixed line. */
  | 'FIXED'
  /** A mobile phone. */
  | 'MOBILE';

/** How a prefix differs from the deck before. */
export type RateChangeKind =
  /** New; its calls were priced by a shorter prefix before, if any. */
  | 'ADDED'
  /** Not called any more. */
  | 'BLOCKED'
  /** Its rate is the same, and something else is not: cadence, fee, name. */
  | 'CHANGED'
  /** Cheaper. */
  | 'DOWN'
  /** No longer there; its calls are priced by a shorter prefix, if any. */
  | 'GONE'
  /** Dearer. */
  | 'UP';

/** What became of an import. */
export type RateDeckState =
  /** Calls are bought by it from its time on, until that of the next. */
  | 'APPLIED'
  /** Compared with the deck before, and nothing changed yet. */
  | 'PLANNED'
  /** Taken back: the deck before counts again. */
  | 'UNDONE';

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

/** A rate plan as it shall be from a time on; what is not given is none. */
export type SaveRatePlanInput = {
  /** Why a rate of its own is below what it costs; needs the permission price.sell_below_cost. */
  belowCostReason?: string | null | undefined;
  /** Unless given, calls are counted as they are bought. */
  cadence?: CadenceInput | null | undefined;
  /** The same of calls to Canada. VALUE unless given. */
  canadaRoute?: CallRoute | null | undefined;
  /** From when; now unless given. */
  effectiveFrom?: string | null | undefined;
  /** Where the reseller pays in another currency. */
  exchangeRate?: string | null | undefined;
  /** Minutes that a line that has the plan may talk each month without paying for them. */
  freeMinutes?: number | null | undefined;
  /** Id of the plan; without it, it is a new one. */
  id?: string | number | null | undefined;
  /** The same key and arguments give the first answer again. */
  idempotencyKey: string | number;
  /** By which calls leave to any country but Canada, of customers and lines that have the plan; all above buy them for it. VALUE unless given. */
  internationalRoute?: CallRoute | null | undefined;
  /** Put on what a minute costs, first. */
  markupFixed?: string | null | undefined;
  /** Put on both, in per cent: (cost + fixed) × (1 + percent / 100). */
  markupPercent?: string | null | undefined;
  /** Asked each month of a line that has the plan. */
  monthlyFee?: string | null | undefined;
  /** Unique within the reseller. */
  name: string;
  /** Rates of the seller's own. */
  overrides?: Array<RateOverrideInput> | null | undefined;
  /** Asked once of a line that gets the plan. */
  setupFee?: string | null | undefined;
};

/** A call that is not made. */
export type SimulateCallInput = {
  /** Seconds of an allowance that are left; what the line has unless given. */
  allowanceSeconds?: number | null | undefined;
  /** When; now unless given. */
  at?: string | null | undefined;
  /** Money that is left, to know how long it would last. */
  balance?: string | null | undefined;
  /** The customer who calls. */
  customerId?: string | number | null | undefined;
  /** Or the reseller below that buys; neither: who has no plan of their own. */
  resellerId?: string | number | null | undefined;
  /** How long they talk. */
  seconds: number;
  /** Or one line of a customer of your own reseller: its rate plan counts, and what it has of free minutes. */
  serviceId?: string | number | null | undefined;
  /** Who is called: with country code, or with a leading 0 within the seller's country. */
  to: string;
};

/** The newest deck that was applied. */
export type UndoRateDeckInput = {
  /** Id of the deck. */
  id: string | number;
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

export type SimulateCallQueryVariables = Exact<{
  input: Schema.SimulateCallInput;
}>;


export type SimulateCallQuery = { simulateCall: { number: string, country: string | null, prefix: string | null, destination: string | null, lineType: Schema.LineType | null, route: Schema.CallRoute | null, at: string | null, deckNumber: number | null, allowedSeconds: number | null, problem: { code: Schema.CallProblemCode, message: string } | null, steps: Array<{ seller: string, plan: string, planEffectiveFrom: string, rule: Schema.CallRule, target: string | null, sellRate: string, connectFee: string, cadence: string, cadencedSeconds: number, freeSeconds: number, billedSeconds: number, price: { amount: string, currency: string }, parts: Array<{ fromSecond: number, rate: string, cadence: string, billedSeconds: number }>, buying: { markupFixed: string, markupPercent: string, exchangeRate: string | null, buyRate: string, cadence: string, billedSeconds: number, cost: { amount: string, currency: string }, margin: { amount: string, currency: string } } | null }> } };

export type CallBuyersQueryVariables = Exact<{
  search: string;
  first: number;
}>;


export type CallBuyersQuery = { customers: { nodes: Array<{ id: string, label: string }> } };

export type RatePlanRowFragment = { id: string, name: string, isForEverybodyElse: boolean, customerCount: number, resellers: Array<string>, versions: Array<{ effectiveFrom: string, markupFixed: string, markupPercent: string, cadence: string | null, exchangeRate: string | null, internationalRoute: Schema.CallRoute, canadaRoute: Schema.CallRoute, freeMinutes: number | null, overrides: Array<{ scope: Schema.RateOverrideScope, target: string, ratePerMinute: string }>, setupFee: { amount: string, currency: string } | null, monthlyFee: { amount: string, currency: string } | null }> };

export type RatePlanListQueryVariables = Exact<{ [key: string]: never; }>;


export type RatePlanListQuery = { ratePlans: Array<{ id: string, name: string, isForEverybodyElse: boolean, customerCount: number, resellers: Array<string>, versions: Array<{ effectiveFrom: string, markupFixed: string, markupPercent: string, cadence: string | null, exchangeRate: string | null, internationalRoute: Schema.CallRoute, canadaRoute: Schema.CallRoute, freeMinutes: number | null, overrides: Array<{ scope: Schema.RateOverrideScope, target: string, ratePerMinute: string }>, setupFee: { amount: string, currency: string } | null, monthlyFee: { amount: string, currency: string } | null }> }> };

export type PlanBuyersQueryVariables = Exact<{
  search: string;
  first: number;
  parentId: string | number;
}>;


export type PlanBuyersQuery = { customers: { nodes: Array<{ id: string, label: string }> }, resellers: { nodes: Array<{ id: string, name: string }> } };

export type CallLinesQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type CallLinesQuery = { customer: { id: string, services: { nodes: Array<{ id: string, name: string }> } } | null };

export type LinesWithoutPlanQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type LinesWithoutPlanQuery = { customer: { id: string, services: { nodes: Array<{ id: string, name: string }> } } | null };

export type SaveRatePlanMutationVariables = Exact<{
  input: Schema.SaveRatePlanInput;
}>;


export type SaveRatePlanMutation = { saveRatePlan: { ratePlan: { id: string, name: string, isForEverybodyElse: boolean, customerCount: number, resellers: Array<string>, versions: Array<{ effectiveFrom: string, markupFixed: string, markupPercent: string, cadence: string | null, exchangeRate: string | null, internationalRoute: Schema.CallRoute, canadaRoute: Schema.CallRoute, freeMinutes: number | null, overrides: Array<{ scope: Schema.RateOverrideScope, target: string, ratePerMinute: string }>, setupFee: { amount: string, currency: string } | null, monthlyFee: { amount: string, currency: string } | null }> } | null, userErrors: Array<
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

export type AssignRatePlanMutationVariables = Exact<{
  input: Schema.AssignRatePlanInput;
}>;


export type AssignRatePlanMutation = { assignRatePlan: { ratePlan: { id: string, name: string, isForEverybodyElse: boolean, customerCount: number, resellers: Array<string>, versions: Array<{ effectiveFrom: string, markupFixed: string, markupPercent: string, cadence: string | null, exchangeRate: string | null, internationalRoute: Schema.CallRoute, canadaRoute: Schema.CallRoute, freeMinutes: number | null, overrides: Array<{ scope: Schema.RateOverrideScope, target: string, ratePerMinute: string }>, setupFee: { amount: string, currency: string } | null, monthlyFee: { amount: string, currency: string } | null }> } | null, userErrors: Array<
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

export type RateDeckRowFragment = { id: string, number: number, state: Schema.RateDeckState, fileName: string, currency: string, rateCount: number, createdAt: string, createdBy: string, effectiveFrom: string | null, undoneAt: string | null, counts: { added: number, gone: number, up: number, down: number, blocked: number, changed: number, unchanged: number }, losses: Array<{ plan: string, target: string, ratePerMinute: string, cost: string }> };

export type RateDeckListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RateDeckListQuery = { rateDecks: { nodes: Array<{ id: string, number: number, state: Schema.RateDeckState, fileName: string, currency: string, rateCount: number, createdAt: string, createdBy: string, effectiveFrom: string | null, undoneAt: string | null, counts: { added: number, gone: number, up: number, down: number, blocked: number, changed: number, unchanged: number }, losses: Array<{ plan: string, target: string, ratePerMinute: string, cost: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RateDeckChangesQueryVariables = Exact<{
  id: string | number;
  kind?: Schema.RateChangeKind | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RateDeckChangesQuery = { node:
    | { __typename: 'Allowance' }
    | { __typename: 'ApiClient' }
    | { __typename: 'ApiKey' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'BillingAccount' }
    | { __typename: 'BrandVersion' }
    | { __typename: 'BulkImport' }
    | { __typename: 'Call' }
    | { __typename: 'Charge' }
    | { __typename: 'Connector' }
    | { __typename: 'Contact' }
    | { __typename: 'CreditNote' }
    | { __typename: 'CustodyEntry' }
    | { __typename: 'CustomRole' }
    | { __typename: 'Customer' }
    | { __typename: 'Did' }
    | { __typename: 'Hostname' }
    | { __typename: 'InventoryItem' }
    | { __typename: 'InventoryTemplate' }
    | { __typename: 'Invoice' }
    | { __typename: 'Offering' }
    | { __typename: 'Onboarding' }
    | { __typename: 'OnboardingTemplate' }
    | { __typename: 'Order' }
    | { __typename: 'Payment' }
    | { __typename: 'PaymentGateway' }
    | { __typename: 'PaymentMethod' }
    | { __typename: 'PbxTrunk' }
    | { __typename: 'Playbook' }
    | { __typename: 'PlaybookVersion' }
    | { __typename: 'PriceList' }
    | { __typename: 'Problem' }
    | { __typename: 'ProvisioningRun' }
    | { __typename: 'RateDeck', id: string, changes: { nodes: Array<{ prefix: string, route: Schema.CallRoute | null, destination: string, kind: Schema.RateChangeKind, before: string | null, after: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'RatePlan' }
    | { __typename: 'Reseller' }
    | { __typename: 'Reservation' }
    | { __typename: 'ScreeningCase' }
    | { __typename: 'Service' }
    | { __typename: 'ServiceAddon' }
    | { __typename: 'Site' }
    | { __typename: 'Subscriber' }
    | { __typename: 'Ticket' }
    | { __typename: 'User' }
    | { __typename: 'WebhookDelivery' }
    | { __typename: 'WebhookEndpoint' }
   | null };

export type RateDeckRatesQueryVariables = Exact<{
  id: string | number;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RateDeckRatesQuery = { node:
    | { __typename: 'Allowance' }
    | { __typename: 'ApiClient' }
    | { __typename: 'ApiKey' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'BillingAccount' }
    | { __typename: 'BrandVersion' }
    | { __typename: 'BulkImport' }
    | { __typename: 'Call' }
    | { __typename: 'Charge' }
    | { __typename: 'Connector' }
    | { __typename: 'Contact' }
    | { __typename: 'CreditNote' }
    | { __typename: 'CustodyEntry' }
    | { __typename: 'CustomRole' }
    | { __typename: 'Customer' }
    | { __typename: 'Did' }
    | { __typename: 'Hostname' }
    | { __typename: 'InventoryItem' }
    | { __typename: 'InventoryTemplate' }
    | { __typename: 'Invoice' }
    | { __typename: 'Offering' }
    | { __typename: 'Onboarding' }
    | { __typename: 'OnboardingTemplate' }
    | { __typename: 'Order' }
    | { __typename: 'Payment' }
    | { __typename: 'PaymentGateway' }
    | { __typename: 'PaymentMethod' }
    | { __typename: 'PbxTrunk' }
    | { __typename: 'Playbook' }
    | { __typename: 'PlaybookVersion' }
    | { __typename: 'PriceList' }
    | { __typename: 'Problem' }
    | { __typename: 'ProvisioningRun' }
    | { __typename: 'RateDeck', id: string, rates: { nodes: Array<{ prefix: string, route: Schema.CallRoute | null, destination: string, lineType: Schema.LineType | null, ratePerMinute: string, connectFee: string, cadence: string, isBlocked: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'RatePlan' }
    | { __typename: 'Reseller' }
    | { __typename: 'Reservation' }
    | { __typename: 'ScreeningCase' }
    | { __typename: 'Service' }
    | { __typename: 'ServiceAddon' }
    | { __typename: 'Site' }
    | { __typename: 'Subscriber' }
    | { __typename: 'Ticket' }
    | { __typename: 'User' }
    | { __typename: 'WebhookDelivery' }
    | { __typename: 'WebhookEndpoint' }
   | null };

export type ApplyRateDeckMutationVariables = Exact<{
  input: Schema.ApplyRateDeckInput;
}>;


export type ApplyRateDeckMutation = { applyRateDeck: { rateDeck: { id: string, number: number, state: Schema.RateDeckState, fileName: string, currency: string, rateCount: number, createdAt: string, createdBy: string, effectiveFrom: string | null, undoneAt: string | null, counts: { added: number, gone: number, up: number, down: number, blocked: number, changed: number, unchanged: number }, losses: Array<{ plan: string, target: string, ratePerMinute: string, cost: string }> } | null, userErrors: Array<
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

export type UndoRateDeckMutationVariables = Exact<{
  input: Schema.UndoRateDeckInput;
}>;


export type UndoRateDeckMutation = { undoRateDeck: { rateDeck: { id: string, number: number, state: Schema.RateDeckState, fileName: string, currency: string, rateCount: number, createdAt: string, createdBy: string, effectiveFrom: string | null, undoneAt: string | null, counts: { added: number, gone: number, up: number, down: number, blocked: number, changed: number, unchanged: number }, losses: Array<{ plan: string, target: string, ratePerMinute: string, cost: string }> } | null, userErrors: Array<
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

export const RatePlanRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RatePlanRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RatePlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isForEverybodyElse"}},{"kind":"Field","name":{"kind":"Name","value":"customerCount"}},{"kind":"Field","name":{"kind":"Name","value":"resellers"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"markupFixed"}},{"kind":"Field","name":{"kind":"Name","value":"markupPercent"}},{"kind":"Field","name":{"kind":"Name","value":"cadence"}},{"kind":"Field","name":{"kind":"Name","value":"exchangeRate"}},{"kind":"Field","name":{"kind":"Name","value":"overrides"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"ratePerMinute"}}]}},{"kind":"Field","name":{"kind":"Name","value":"internationalRoute"}},{"kind":"Field","name":{"kind":"Name","value":"canadaRoute"}},{"kind":"Field","name":{"kind":"Name","value":"setupFee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"monthlyFee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeMinutes"}}]}}]}}]} as unknown as DocumentNode<RatePlanRowFragment, unknown>;
export const RateDeckRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RateDeckRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateDeck"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"rateCount"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"undoneAt"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"added"}},{"kind":"Field","name":{"kind":"Name","value":"gone"}},{"kind":"Field","name":{"kind":"Name","value":"up"}},{"kind":"Field","name":{"kind":"Name","value":"down"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}}]}},{"kind":"Field","name":{"kind":"Name","value":"losses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"ratePerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"cost"}}]}}]}}]} as unknown as DocumentNode<RateDeckRowFragment, unknown>;
export const SimulateCallDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SimulateCall"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SimulateCallInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"simulateCall"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"lineType"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"deckNumber"}},{"kind":"Field","name":{"kind":"Name","value":"allowedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"problem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"plan"}},{"kind":"Field","name":{"kind":"Name","value":"planEffectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"sellRate"}},{"kind":"Field","name":{"kind":"Name","value":"connectFee"}},{"kind":"Field","name":{"kind":"Name","value":"cadence"}},{"kind":"Field","name":{"kind":"Name","value":"cadencedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"freeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"billedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromSecond"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"cadence"}},{"kind":"Field","name":{"kind":"Name","value":"billedSeconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buying"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markupFixed"}},{"kind":"Field","name":{"kind":"Name","value":"markupPercent"}},{"kind":"Field","name":{"kind":"Name","value":"exchangeRate"}},{"kind":"Field","name":{"kind":"Name","value":"buyRate"}},{"kind":"Field","name":{"kind":"Name","value":"cadence"}},{"kind":"Field","name":{"kind":"Name","value":"billedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"margin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SimulateCallQuery, SimulateCallQueryVariables>;
export const CallBuyersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CallBuyers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]} as unknown as DocumentNode<CallBuyersQuery, CallBuyersQueryVariables>;
export const RatePlanListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RatePlanList"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratePlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RatePlanRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RatePlanRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RatePlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isForEverybodyElse"}},{"kind":"Field","name":{"kind":"Name","value":"customerCount"}},{"kind":"Field","name":{"kind":"Name","value":"resellers"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"markupFixed"}},{"kind":"Field","name":{"kind":"Name","value":"markupPercent"}},{"kind":"Field","name":{"kind":"Name","value":"cadence"}},{"kind":"Field","name":{"kind":"Name","value":"exchangeRate"}},{"kind":"Field","name":{"kind":"Name","value":"overrides"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"ratePerMinute"}}]}},{"kind":"Field","name":{"kind":"Name","value":"internationalRoute"}},{"kind":"Field","name":{"kind":"Name","value":"canadaRoute"}},{"kind":"Field","name":{"kind":"Name","value":"setupFee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"monthlyFee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeMinutes"}}]}}]}}]} as unknown as DocumentNode<RatePlanListQuery, RatePlanListQueryVariables>;
export const PlanBuyersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlanBuyers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"parentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"resellers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"parentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"parentId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<PlanBuyersQuery, PlanBuyersQueryVariables>;
export const CallLinesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CallLines"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"services"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CallLinesQuery, CallLinesQueryVariables>;
export const LinesWithoutPlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LinesWithoutPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"services"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"withoutRatePlan"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LinesWithoutPlanQuery, LinesWithoutPlanQueryVariables>;
export const SaveRatePlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveRatePlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveRatePlanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveRatePlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RatePlanRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RatePlanRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RatePlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isForEverybodyElse"}},{"kind":"Field","name":{"kind":"Name","value":"customerCount"}},{"kind":"Field","name":{"kind":"Name","value":"resellers"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"markupFixed"}},{"kind":"Field","name":{"kind":"Name","value":"markupPercent"}},{"kind":"Field","name":{"kind":"Name","value":"cadence"}},{"kind":"Field","name":{"kind":"Name","value":"exchangeRate"}},{"kind":"Field","name":{"kind":"Name","value":"overrides"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"ratePerMinute"}}]}},{"kind":"Field","name":{"kind":"Name","value":"internationalRoute"}},{"kind":"Field","name":{"kind":"Name","value":"canadaRoute"}},{"kind":"Field","name":{"kind":"Name","value":"setupFee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"monthlyFee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeMinutes"}}]}}]}}]} as unknown as DocumentNode<SaveRatePlanMutation, SaveRatePlanMutationVariables>;
export const AssignRatePlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssignRatePlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssignRatePlanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignRatePlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ratePlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RatePlanRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RatePlanRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RatePlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isForEverybodyElse"}},{"kind":"Field","name":{"kind":"Name","value":"customerCount"}},{"kind":"Field","name":{"kind":"Name","value":"resellers"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"markupFixed"}},{"kind":"Field","name":{"kind":"Name","value":"markupPercent"}},{"kind":"Field","name":{"kind":"Name","value":"cadence"}},{"kind":"Field","name":{"kind":"Name","value":"exchangeRate"}},{"kind":"Field","name":{"kind":"Name","value":"overrides"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"ratePerMinute"}}]}},{"kind":"Field","name":{"kind":"Name","value":"internationalRoute"}},{"kind":"Field","name":{"kind":"Name","value":"canadaRoute"}},{"kind":"Field","name":{"kind":"Name","value":"setupFee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"monthlyFee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freeMinutes"}}]}}]}}]} as unknown as DocumentNode<AssignRatePlanMutation, AssignRatePlanMutationVariables>;
export const RateDeckListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RateDeckList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rateDecks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RateDeckRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RateDeckRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateDeck"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"rateCount"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"undoneAt"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"added"}},{"kind":"Field","name":{"kind":"Name","value":"gone"}},{"kind":"Field","name":{"kind":"Name","value":"up"}},{"kind":"Field","name":{"kind":"Name","value":"down"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}}]}},{"kind":"Field","name":{"kind":"Name","value":"losses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"ratePerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"cost"}}]}}]}}]} as unknown as DocumentNode<RateDeckListQuery, RateDeckListQueryVariables>;
export const RateDeckChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RateDeckChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RateChangeKind"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateDeck"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RateDeckChangesQuery, RateDeckChangesQueryVariables>;
export const RateDeckRatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RateDeckRates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateDeck"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"lineType"}},{"kind":"Field","name":{"kind":"Name","value":"ratePerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"connectFee"}},{"kind":"Field","name":{"kind":"Name","value":"cadence"}},{"kind":"Field","name":{"kind":"Name","value":"isBlocked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RateDeckRatesQuery, RateDeckRatesQueryVariables>;
export const ApplyRateDeckDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApplyRateDeck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyRateDeckInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applyRateDeck"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rateDeck"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RateDeckRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RateDeckRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateDeck"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"rateCount"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"undoneAt"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"added"}},{"kind":"Field","name":{"kind":"Name","value":"gone"}},{"kind":"Field","name":{"kind":"Name","value":"up"}},{"kind":"Field","name":{"kind":"Name","value":"down"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}}]}},{"kind":"Field","name":{"kind":"Name","value":"losses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"ratePerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"cost"}}]}}]}}]} as unknown as DocumentNode<ApplyRateDeckMutation, ApplyRateDeckMutationVariables>;
export const UndoRateDeckDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UndoRateDeck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UndoRateDeckInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"undoRateDeck"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rateDeck"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RateDeckRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RateDeckRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateDeck"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"rateCount"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"undoneAt"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"added"}},{"kind":"Field","name":{"kind":"Name","value":"gone"}},{"kind":"Field","name":{"kind":"Name","value":"up"}},{"kind":"Field","name":{"kind":"Name","value":"down"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}}]}},{"kind":"Field","name":{"kind":"Name","value":"losses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"ratePerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"cost"}}]}}]}}]} as unknown as DocumentNode<UndoRateDeckMutation, UndoRateDeckMutationVariables>;