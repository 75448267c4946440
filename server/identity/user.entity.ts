import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { actingModes, userKinds } from "@tierline/shared/kinds.ts";
import { roles } from "@tierline/shared/permission.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** A person who signs in, or a program that comes with a key and is never listed among people. The same e-mail may exist under two resellers. */
export const UserEntity = defineEntity({
  name: "User",
  tableName: "app_user",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    /** Set for a customer's own user; the path is then the customer's. */
    customer: () => p.manyToOne(CustomerEntity).mapToPk().nullable(),
    kind: oneOf("kind", userKinds).default("PERSON"),
    /** A program has one that no mail reaches, so that it neither signs in nor is invited, and no rights as a person has them. */
    email: p
      .text()
      .check(
        "(kind = 'PROGRAM') = (right(email, 16) = '@program.invalid') and (kind = 'PERSON' or role = 'MEMBER' and not named_customers_only)",
      ),
    name: p.text(),
    role: oneOf("role", roles),
    /** They see those of `NamedCustomerEntity`, which may be none, and no other customers. */
    namedCustomersOnly: p.boolean().default(false),
    locale: p.text().nullable(),
    disabledAt: p.datetime().nullable(),
    lastSignInAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "user_email_in_reseller", properties: ["reseller", "email"] }],
  indexes: [{ name: "user_email", properties: ["email"] }],
});
export type UserRow = InferEntity<typeof UserEntity>;

/** What a user proves themselves with; apart from the user, so that no query of users can touch it. */
export const CredentialEntity = defineEntity({
  name: "Credential",
  tableName: "credential",
  ...insideTier,
  properties: {
    ...tierRow,
    user: () => p.manyToOne(UserEntity).mapToPk().unique(),
    /** PHC string of argon2id over the peppered password. */
    passwordHash: p.text(),
    changedAt: p.datetime(),
    /** Somebody else has seen it: its person sets one of their own before anything else. */
    mustChange: p.boolean().default(false),
  },
});

/** A signed-in browser: the cookie holds the token, the table only its SHA-256. */
export const SessionEntity = defineEntity({
  name: "Session",
  tableName: "session",
  ...insideTier,
  properties: {
    ...tierRow,
    user: () => p.manyToOne(UserEntity).mapToPk(),
    tokenHash: p.text().unique(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    /** When its holder last proved who they are; null: when it was opened. */
    provenAt: p.datetime().nullable(),
    userAgent: p.text(),
    /** Address it was opened from. */
    ip: p.text().default(""),
    /** As whom the person acts at present, or did until it ran out; null: as themselves. */
    actingAs: () => p.manyToOne(UserEntity).mapToPk().nullable(),
    actingMode: oneOf("acting_mode", actingModes).nullable(),
    actingReason: p.text().nullable(),
    actingUntil: p.datetime().nullable(),
  },
});
export type SessionRow = InferEntity<typeof SessionEntity>;
