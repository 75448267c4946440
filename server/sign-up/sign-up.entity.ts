import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { signUpAsks } from "@tierline/shared/sign-up.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

/** Whether people may sign up as customers of a reseller, and what they are asked. The path is the reseller's. */
export const SignUpFormEntity = defineEntity({
  name: "SignUpForm",
  tableName: "sign_up_form",
  ...insideTier,
  properties: {
    ...tierRow,
    isOpen: p.boolean(),
    address: oneOf("address", signUpAsks),
    phone: oneOf("phone", signUpAsks),
    company: oneOf("company", signUpAsks),
    /** What is to be agreed to; null: nothing. */
    termsUrl: p.text().nullable(),
    version: p.integer().version(),
  },
  uniques: [{ name: "sign_up_form_of_reseller", properties: ["path"] }],
});
export type SignUpFormRow = InferEntity<typeof SignUpFormEntity>;

/** An e-mail that somebody began to sign up with at a reseller. The mail holds the token, the table only its SHA-256. */
export const SignUpEntity = defineEntity({
  name: "SignUp",
  tableName: "sign_up",
  ...insideTier,
  properties: {
    ...tierRow,
    email: p.text(),
    language: p.text(),
    tokenHash: p.text().unique(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    /** Whom it made a customer; null: nobody yet. */
    customerId: p.uuid().nullable(),
  },
  indexes: [{ name: "sign_up_by_age", properties: ["expiresAt"] }],
});
export type SignUpRow = InferEntity<typeof SignUpEntity>;
