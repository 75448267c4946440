/** The closed lists that are not states: one place for the database's CHECKs, the schema's enums and the console's words. */
export const customerKinds = ["INDIVIDUAL", "BUSINESS"] as const;
export type CustomerKind = (typeof customerKinds)[number];

export const contactRoles = ["BILLING", "TECHNICAL", "SITE_ADMIN", "MAINTAINER", "ONSITE_ADMIN", "OTHER"] as const;
export type ContactRole = (typeof contactRoles)[number];

/** Those to whom the problems of a customer are reported: each has an e-mail, and holds each of these once. */
export const supportRoles = ["MAINTAINER", "ONSITE_ADMIN", "OTHER"] as const satisfies readonly ContactRole[];

export const paymentMethodKinds = ["CARD", "DIRECT_DEBIT"] as const;
export type PaymentMethodKind = (typeof paymentMethodKinds)[number];

export const offeringKinds = ["PLAN", "ADDON"] as const;
export type OfferingKind = (typeof offeringKinds)[number];

export const serviceTypes = ["MOBILE", "INTERNET", "IPTV", "VOIP", "COLLABORATION"] as const;
export type ServiceType = (typeof serviceTypes)[number];

export const priceKinds = ["SETUP", "RECURRING", "ONE_OFF"] as const;
export type PriceKind = (typeof priceKinds)[number];

export const customFieldKinds = ["TEXT", "NUMBER", "DATE", "CHOICE"] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

export const identifierKinds = ["ICCID", "PHONE_NUMBER", "SERIAL", "MAC"] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** What becomes of an item when its service ends: a used SIM retires, a number rests, a modem goes back to stock. */
export const releasePolicies = ["RETIRE", "QUARANTINE", "RESTOCK"] as const;
export type ReleasePolicy = (typeof releasePolicies)[number];

/** Through what an act came in. */
export const channels = ["CONSOLE", "API", "SYSTEM"] as const;
export type Channel = (typeof channels)[number];

/** Whether what was attempted came to be. */
export const auditOutcomes = ["DONE", "REFUSED"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** How one acts as another: to see what they see, or to do it in their place. */
export const actingModes = ["READ", "ACT"] as const;
export type ActingMode = (typeof actingModes)[number];

/** Who stands in the place of a user: programs have no password and are never listed among people. */
export const userKinds = ["PERSON", "PROGRAM"] as const;
export type UserKind = (typeof userKinds)[number];

/** What a person proves themselves with besides the password: codes of an app (RFC 6238), or a passkey (WebAuthn). */
export const factorKinds = ["TOTP", "PASSKEY"] as const;
export type FactorKind = (typeof factorKinds)[number];
