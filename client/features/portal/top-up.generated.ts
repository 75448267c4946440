/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Who takes money for a reseller. The list grows. */
export type PaymentProvider =
  /** PayPal. */
  | 'PAYPAL'
  /** Stripe. */
  | 'STRIPE';

/** What a payment is for. The list grows. */
export type PaymentPurpose =
  /** Taken by itself when the balance fell. */
  | 'AUTO_RECHARGE'
  /** Set aside before something is provisioned, taken when it is. */
  | 'ORDER'
  /** Taken by itself when something was renewed. */
  | 'RENEWAL'
  /** A seller tries its gateway. */
  | 'TEST'
  /** Somebody paid by themselves. */
  | 'TOP_UP';

/** How a payment stands. The list grows. */
export type PaymentState =
  /** Set aside, not taken yet. */
  | 'AUTHORISED'
  /** Being taken. */
  | 'CAPTURING'
  /** Paid and credited. */
  | 'COMPLETED'
  /** Not paid; the reason says why. */
  | 'DECLINED'
  /** Given up. What comes all the same is credited. */
  | 'EXPIRED'
  /** Agreed to; the money is on its way. */
  | 'PENDING'
  /** Given back, all of it. */
  | 'REFUNDED'
  /** The provider is being asked. */
  | 'STARTED'
  /** Let go: nothing was taken. */
  | 'VOIDED'
  /** Being let go. */
  | 'VOIDING'
  /** The payer has to agree on the provider's page. */
  | 'WAITING';

/** How much is paid, and by whom it is taken. */
export type StartTopUpInput = {
  /** Id of one's own billing account. */
  accountId: string | number;
  /** One of its amounts. */
  amount: string;
  /** Made by the caller; the same key and input are one payment. */
  idempotencyKey: string | number;
  /** True: the provider keeps the card, and it can be charged later. */
  keepMethod?: boolean | null | undefined;
  /** One of the account's `topUps`. */
  provider: PaymentProvider;
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

export type TopUpsQueryVariables = Exact<{
  id: string | number;
}>;


export type TopUpsQuery = { customer: { id: string, billingAccount: { id: string, topUps: Array<{ provider: Schema.PaymentProvider, keepsMethods: boolean, amounts: Array<{ amount: string, currency: string }> }> } | null } | null };

export type StartTopUpMutationVariables = Exact<{
  input: Schema.StartTopUpInput;
}>;


export type StartTopUpMutation = { startTopUp: { payment: { approvalUrl: string | null, id: string, provider: Schema.PaymentProvider, purpose: Schema.PaymentPurpose, state: Schema.PaymentState, description: string, reason: string | null, startedAt: string, transactionId: string | null, amount: { amount: string, currency: string }, refunded: { amount: string, currency: string } } | null, userErrors: Array<
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


export const TopUpsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TopUps"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billingAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"topUps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"keepsMethods"}},{"kind":"Field","name":{"kind":"Name","value":"amounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TopUpsQuery, TopUpsQueryVariables>;
export const StartTopUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartTopUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartTopUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startTopUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PaymentRow"}},{"kind":"Field","name":{"kind":"Name","value":"approvalUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PaymentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refunded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"transactionId"}}]}}]} as unknown as DocumentNode<StartTopUpMutation, StartTopUpMutationVariables>;