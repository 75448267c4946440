import { decodeId, newId } from "@tierline/shared/id.ts";
import { factorsPerUserMax, nameLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { openChallenge, readChallenge, takeChallenge } from "./challenge.ts";
import type { AskedOfBrowser } from "./complete-sign-in.ts";
import { mustHaveFactor } from "./factor-duty.ts";
import { FactorEntity } from "./factor.entity.ts";
import { factorsOf } from "./list-factors.ts";
import { factsOf, getManagedUser, subjectOf, type ManagedUser } from "./managed-user.ts";
import { madePasskey, registrationOptions } from "./passkey.ts";
import { replaceRecoveryCodes } from "./recovery-code.ts";
import { tellPerson } from "./tell-person.ts";
import { newTotpSecret, stepOfCode, totpAddress } from "./totp.ts";
import { factorPlace } from "./verify-factor.ts";

export interface NewAuthenticator {
  readonly id: string;
  readonly secret: string;
  /** `otpauth:` with the secret, for a QR code. */
  readonly address: string;
}

/**
 * Makes the secret of an app that gives codes. It counts for nothing until `confirmAuthenticator`, and takes the place of one that
 * was never confirmed.
 * @throws Rejection REQUIRED, TOO_LONG, LIMIT_EXCEEDED
 */
export function addAuthenticator(context: Context, name: string): Promise<NewAuthenticator> {
  return transaction(context, async (tx) => {
    const user = await ownRow(tx);
    await checkRoom(tx, user, name);
    await tx.em.execute("delete from factor where user_id = ? and confirmed_at is null", [user.user_id]);
    const secret = newTotpSecret();
    const id = newId(tx.clock.now().getTime());
    await tx.em.insert(FactorEntity, {
      ...newFactor(tx, user, name),
      id,
      kind: "TOTP",
      sealedSecret: tx.vault.seal(secret, factorPlace(id)),
    });
    return { id, secret, address: totpAddress(secret, user.email) };
  });
}

/**
 * The first code shows that the app has the secret. Answers ten recovery codes with a person's first factor, else none.
 * @throws Rejection INVALID (the code)
 * @throws AccessError NOT_FOUND
 */
export function confirmAuthenticator(context: Context, apiId: string, code: string): Promise<string[]> {
  const id = decodeId("fac", apiId);
  if (id === null) throw notFound();
  return changeFactors(context, "user.add_factor", async (tx, user) => {
    const [row] = await tx.em.execute<{ sealed_secret: string }[]>(
      "select sealed_secret from factor where id = ? and user_id = ? and kind = 'TOTP' and confirmed_at is null for update",
      [id, user.user_id],
    );
    if (row === undefined) throw notFound();
    const now = tx.clock.now();
    const step = stepOfCode(tx.vault.open(row.sealed_secret, factorPlace(id)), code.replaceAll(/\s/g, ""), now, null);
    if (step === null) throw new Rejection({ code: "INVALID", message: say("factor.wrongCode"), path: ["code"] });
    await tx.em.execute("update factor set confirmed_at = ?, last_used_at = ?, last_step = ? where id = ?", [
      now,
      now,
      step,
      id,
    ]);
    return codesWithTheFirst(tx, user);
  });
}

/** What the browser makes a passkey of. */
export async function startPasskeyRegistration(context: Context): Promise<AskedOfBrowser> {
  const user = await getManagedUser(context, context.viewer.userId);
  const known = await factorsOf(context, user.user_id);
  const passkeys = known.filter(({ kind }) => kind === "PASSKEY");
  const challenge = await openChallenge(context, "PASSKEY_REGISTRATION", { path: user.path, userId: user.user_id });
  const person = { userId: user.user_id, email: user.email, name: user.name };
  return { challenge, options: await registrationOptions(person, passkeys, challenge.nonce) };
}

export interface AddPasskey {
  readonly token: string;
  readonly name: string;
  /** What the browser says, as JSON. */
  readonly passkey: string;
}

/**
 * Keeps the passkey that the browser made. Answers as `confirmAuthenticator`.
 * @throws Rejection EXPIRED, INVALID, REQUIRED, TOO_LONG, LIMIT_EXCEEDED
 */
export async function addPasskey(context: Context, input: AddPasskey): Promise<string[]> {
  const challenge = await readChallenge(context, ["PASSKEY_REGISTRATION"], input.token);
  if (challenge.user_id !== context.viewer.userId) throw notFound();
  const made = await madePasskey(input.passkey, challenge.nonce);
  return changeFactors(context, "user.add_factor", async (tx, user) => {
    await checkRoom(tx, user, input.name);
    if (made === null || !(await takeChallenge(tx, challenge)) || (await isKnown(tx, made.credentialId))) {
      throw new Rejection({ code: "INVALID", message: say("factor.wrongPasskey"), path: ["passkey"] });
    }
    await tx.em.insert(FactorEntity, {
      ...newFactor(tx, user, input.name),
      ...made,
      kind: "PASSKEY",
      confirmedAt: tx.clock.now(),
    });
    return codesWithTheFirst(tx, user);
  });
}

/**
 * With the last one the recovery codes go too.
 * @throws Rejection STATE_CONFLICT (the last one of who must have one)
 * @throws AccessError NOT_FOUND
 */
export async function removeFactor(context: Context, apiId: string): Promise<void> {
  const id = decodeId("fac", apiId);
  if (id === null) throw notFound();
  await changeFactors(context, "user.remove_factor", async (tx, user) => {
    const gone = await tx.em.nativeDelete(FactorEntity, { id, user: user.user_id });
    if (gone === 0) throw notFound();
    if ((await factorsOf(tx, user.user_id)).length > 0) return;
    if (mustHaveFactor(user))
      throw new Rejection({ code: "STATE_CONFLICT", message: say("factor.last"), path: ["id"] });
    await tx.em.execute("delete from recovery_code where user_id = ?", [user.user_id]);
  });
}

/** Ten new codes; the former ones work no more. @throws Rejection STATE_CONFLICT (there is no factor to recover) */
export function renewRecoveryCodes(context: Context): Promise<string[]> {
  return transaction(context, async (tx) => {
    const user = await ownRow(tx);
    if ((await factorsOf(tx, user.user_id)).length === 0) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("factor.none") });
    }
    const codes = await replaceRecoveryCodes(tx, { userId: user.user_id, path: user.path });
    await recordAudit(tx, { ...subjectOf(user), operation: "user.renew_recovery_codes", changes: [] });
    await tellPerson(tx, user, "CODES_RENEWED");
    return codes;
  });
}

/** One's own row, locked: two who change their factors at once come one after the other. */
async function ownRow(tx: Transaction): Promise<ManagedUser> {
  const own = await tx.em.execute<unknown[]>("select 1 from app_user where id = ? for update", [tx.viewer.userId]);
  if (own.length === 0) throw notFound();
  return getManagedUser(tx, tx.viewer.userId);
}

function changeFactors<T>(
  context: Context,
  operation: "user.add_factor" | "user.remove_factor",
  change: (tx: Transaction, user: ManagedUser) => Promise<T>,
): Promise<T> {
  return transaction(context, async (tx) => {
    const before = await ownRow(tx);
    const result = await change(tx, before);
    const after = await getManagedUser(tx, before.user_id);
    const changes = changesBetween(factsOf(before), factsOf(after));
    await recordAudit(tx, { ...subjectOf(after), operation, changes });
    await tellPerson(tx, after, operation === "user.add_factor" ? "FACTOR_ADDED" : "FACTOR_REMOVED");
    return result;
  });
}

async function checkRoom(tx: Transaction, user: ManagedUser, name: string): Promise<void> {
  const refusals = new Refusals();
  checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "name");
  if ((await factorsOf(tx, user.user_id)).length >= factorsPerUserMax) {
    refusals.add("LIMIT_EXCEEDED", say("factor.limit", { max: factorsPerUserMax }));
  }
  refusals.settle();
}

function newFactor(tx: Transaction, user: ManagedUser, name: string) {
  const createdAt = tx.clock.now();
  return { id: newId(createdAt.getTime()), path: user.path, user: user.user_id, name, createdAt, transports: [] };
}

async function isKnown({ em }: Transaction, credentialId: string): Promise<boolean> {
  return (await em.execute<unknown[]>("select 1 from factor where credential_id = ?", [credentialId])).length > 0;
}

async function codesWithTheFirst(tx: Transaction, user: ManagedUser): Promise<string[]> {
  if (user.factor_names.length > 0) return [];
  return replaceRecoveryCodes(tx, { userId: user.user_id, path: user.path });
}
