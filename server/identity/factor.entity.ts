import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { factorKinds } from "@tierline/shared/kinds.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { UserEntity } from "./user.entity.ts";

/** What a person proves themselves with besides the password: codes of an app, or a passkey. */
export const FactorEntity = defineEntity({
  name: "Factor",
  tableName: "factor",
  ...insideTier,
  properties: {
    ...tierRow,
    user: () => p.manyToOne(UserEntity).mapToPk(),
    kind: oneOf("kind", factorKinds),
    /** Of the person's own choosing, to tell their devices apart. */
    name: p.text(),
    /** Of an app: its secret, sealed. */
    sealedSecret: p.text().nullable(),
    /** Of an app: the step of the code that was used last; that one and all before it are used up (RFC 6238, 5.2). */
    lastStep: p.integer().nullable(),
    /** Of a passkey: what its authenticator calls it, its public key, and how often it says it has signed. */
    credentialId: p.text().nullable().unique(),
    publicKey: p.text().nullable(),
    signatureCount: p.bigint("number").nullable(),
    transports: p.array().columnType("text[]"),
    createdAt: p.datetime(),
    /** Null until the person has shown that it works; it counts for nothing before. */
    confirmedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
  indexes: [{ name: "factor_of_user", properties: ["user"] }],
});
export type FactorRow = InferEntity<typeof FactorEntity>;

/** For who has lost their devices: each of ten lets its person in once. */
export const RecoveryCodeEntity = defineEntity({
  name: "RecoveryCode",
  tableName: "recovery_code",
  ...insideTier,
  properties: {
    ...tierRow,
    user: () => p.manyToOne(UserEntity).mapToPk(),
    codeHash: p.text(),
    usedAt: p.datetime().nullable(),
  },
  uniques: [{ name: "recovery_code_of_user", properties: ["user", "codeHash"] }],
});

export const challengeKinds = ["SIGN_IN", "PASSKEY_SIGN_IN", "PROOF", "PASSKEY_REGISTRATION"] as const;
export type ChallengeKind = (typeof challengeKinds)[number];

/** Something that was begun and waits for a factor, for a few minutes. The caller holds a token, the table only its SHA-256. */
export const ChallengeEntity = defineEntity({
  name: "Challenge",
  tableName: "challenge",
  ...insideTier,
  properties: {
    ...tierRow,
    /** Null while a passkey has yet to say whose it is. */
    user: () => p.manyToOne(UserEntity).mapToPk().nullable(),
    kind: oneOf("kind", challengeKinds),
    tokenHash: p.text().unique(),
    /** What a passkey has to sign. */
    nonce: p.text(),
    expiresAt: p.datetime(),
  },
});
