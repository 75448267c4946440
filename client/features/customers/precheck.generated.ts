/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../api/generated/schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How a buyer pays, and how far below nothing that may go. */
export type AccountTermsInput = {
  /** Of who pays afterwards: how much they may owe; without one as much as they like. */
  creditLimit?: string | null | undefined;
  /** On which day of the month their cycle begins, 1 to 31; 1 without one. */
  cycleDay?: number | null | undefined;
  /** By which day of the month an invoice is to be paid; without one at once. */
  dueDay?: number | null | undefined;
  /** Below which balance somebody is written to, 1 to 250; once until the balance has been there again. */
  lowBalance?: string | null | undefined;
  /** Who is written to then. */
  lowBalanceEmail?: string | null | undefined;
  /** How they pay. */
  mode: PaymentMode;
  /** Of who pays before, and of nobody else. */
  policy?: CreditPolicy | null | undefined;
};

/** A postal address. */
export type AddressInput = {
  /** City or town. */
  city: string;
  /** ISO 3166-1 alpha-2, in any case: an address has one. It decides which other parts are needed. */
  country?: string | null | undefined;
  /** Street and number. */
  line1: string;
  /** Second line. */
  line2?: string | null | undefined;
  /** Postal code. */
  postalCode?: string | null | undefined;
  /** State, county or region. */
  region?: string | null | undefined;
};

/** Where a customer's calls are taken to come from. */
export type CallingLocationInput = {
  /** Its address. */
  address: AddressInput;
  /** Language of announcements, e.g. `en` or `pt-BR`. */
  language: string;
  /** Name; the customer gets a site of this name. */
  name: string;
  /** IANA time zone, e.g. Europe/London. */
  timeZone: string;
};

/** A person to turn to. */
export type ContactInput = {
  /** E-mail address. */
  email?: string | null | undefined;
  /** Name. */
  name: string;
  /** Phone number, kept as typed. */
  phone?: string | null | undefined;
  /** What the contact is there for; at least one. */
  roles: Array<ContactRole>;
};

/** What a contact is there for. */
export type ContactRole =
  /** Invoices and payments. */
  | 'BILLING'
  /** Maintains the system for the customer; problems are reported to them. */
  | 'MAINTAINER'
  /** Administers the system from the site; problems are reported to them. */
  | 'ONSITE_ADMIN'
  /** Any other person assigned; problems are reported to them. */
  | 'OTHER'
  /** Administers a site. */
  | 'SITE_ADMIN'
  /** Technical questions. */
  | 'TECHNICAL';

/** What becomes of who pays before when nothing is left. */
export type CreditPolicy =
  /** They are served on, and owe what they use. */
  | 'PERMISSIVE'
  /** They are suspended until they have paid. */
  | 'STRICT';

/** A key and a value of one's own. */
export type CustomAttributeInput = {
  /** Name of the attribute; once a customer. */
  key: string;
  /** Its value. */
  value: string;
};

/** Whether a customer is a person or a business. Never changes. */
export type CustomerKind =
  /** A company or another organisation. */
  | 'BUSINESS'
  /** A person. */
  | 'INDIVIDUAL';

/** A package or add-on that a customer may give to its people. */
export type CustomerPackageInput = {
  /** How many people may have it at most, none at 0; null or left out: as many as it likes. */
  limit?: number | null | undefined;
  /** Its key, e.g. `webex_suite`. */
  package: string;
};

/** How a buyer pays. */
export type PaymentMode =
  /** Afterwards, with minutes included. */
  | 'ALLOWANCE'
  /** Afterwards: up to the credit limit, or without an end. */
  | 'POSTPAID'
  /** Before: from what is on the account. */
  | 'PREPAID';

/** A new customer as far as it is known; what is left out is not missed, null is. */
export type PrecheckCustomerInput = {
  /** Keys and values of one's own. */
  attributes?: Array<CustomAttributeInput> | null | undefined;
  /** Where invoices go. */
  billingAddress?: AddressInput | null | undefined;
  /** Where its calls are taken to come from: packages with calling ask for it. */
  callingLocation?: CallingLocationInput | null | undefined;
  /** Contacts to begin with. */
  contacts?: Array<ContactInput> | null | undefined;
  /** E-mail address. */
  email?: string | null | undefined;
  /** What you call it, once at its reseller: the same with the same input is the same customer. */
  externalId?: string | null | undefined;
  /** The billing address's country, ISO 3166-1 alpha-2 in any case: needed where there is no such address. */
  homeCountry?: string | null | undefined;
  /** It is the reseller's own organisation: told beside it, and left out of billing reports. */
  isInternal?: boolean | null | undefined;
  /** Person or business, which it is taken for otherwise. */
  kind?: CustomerKind | null | undefined;
  /** Language for mail, e.g. `en` or `pt-BR`; the reseller's without one. */
  language?: string | null | undefined;
  /** Name. */
  name?: string | null | undefined;
  /** Packages and add-ons that its people can be given, which takes the permission package.assign; left out: those of the template. */
  packages?: Array<CustomerPackageInput> | null | undefined;
  /** Phone number, kept as typed. */
  phone?: string | null | undefined;
  /** E-mail address of who administers it, needed with packages: a subscriber with the one of the highest rank. */
  primaryEmail?: string | null | undefined;
  /** Of an onboarding template: country, language and attributes are as it says where they are left out. */
  provisioningId?: string | number | null | undefined;
  /** The reseller whose customer it becomes; your own without one. */
  resellerId?: string | number | null | undefined;
  /** Sites to begin with. */
  sites?: Array<SiteInput> | null | undefined;
  /** Words to filter by. */
  tags?: Array<string> | null | undefined;
  /** Under which it pays taxes, with or without marks. Brazil asks for it: a person's CPF, a business's CNPJ. */
  taxNumber?: string | null | undefined;
  /** How it pays; without any, before, and served on when nothing is left. Who is strict begins suspended. */
  terms?: AccountTermsInput | null | undefined;
};

/** A place where services are. */
export type SiteInput = {
  /** Where it is. */
  address?: AddressInput | null | undefined;
  /** Name. */
  name: string;
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

export type PrecheckCustomerQueryVariables = Exact<{
  input: Schema.PrecheckCustomerInput;
}>;


export type PrecheckCustomerQuery = { precheckCustomer: { isAccepted: boolean, problems: Array<
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


export const PrecheckCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PrecheckCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PrecheckCustomerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precheckCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isAccepted"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<PrecheckCustomerQuery, PrecheckCustomerQueryVariables>;