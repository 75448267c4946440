import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { credentialIdOf, signedBy, type KnownPasskey } from "./passkey.ts";
import { spendRecoveryCode } from "./recovery-code.ts";
import { stepOfCode } from "./totp.ts";

/** With what somebody proves who they are besides a password. */
export interface FactorProof {
  /** Six figures from an app, or a recovery code. */
  readonly code?: string | null | undefined;
  /** What a browser says for a passkey, as JSON. */
  readonly passkey?: string | null | undefined;
}

interface Asked {
  readonly userId: string;
  /** What a passkey had to sign; null where none was asked for. */
  readonly nonce: string | null;
  /** A passkey alone, without a password, has to have known its person. */
  readonly mustKnowItsPerson: boolean;
}

/** Whether the proof is that person's. What may be used once is used up with the transaction, and only then. */
export function isProof(tx: Transaction, asked: Asked, { code, passkey }: FactorProof): Promise<boolean> {
  if (passkey != null) return isPasskey(tx, asked, passkey);
  const typed = (code ?? "").replaceAll(/\s/g, "");
  if (/^\d{6}$/.test(typed)) return isAppCode(tx, asked.userId, typed);
  return spendRecoveryCode(tx, asked.userId, typed);
}

/** For a proof that was none: nothing tells what was wrong with it. */
export function wrongProof({ passkey }: FactorProof): Rejection {
  return passkey == null
    ? new Rejection({ code: "INVALID", message: say("factor.wrongCode"), path: ["code"] })
    : new Rejection({ code: "INVALID", message: say("factor.wrongPasskey"), path: ["passkey"] });
}

interface App {
  readonly id: string;
  readonly sealed_secret: string;
  readonly last_step: number | null;
}

async function isAppCode({ em, vault, clock }: Transaction, userId: string, code: string): Promise<boolean> {
  // Locked, so that a code that comes twice at once is used once.
  const apps = await em.execute<App[]>(
    `select id, sealed_secret, last_step from factor
     where user_id = ? and kind = 'TOTP' and confirmed_at is not null order by id for update`,
    [userId],
  );
  const now = clock.now();
  for (const { id, sealed_secret, last_step } of apps) {
    const step = stepOfCode(vault.open(sealed_secret, factorPlace(id)), code, now, last_step);
    if (step === null) continue;
    await em.execute("update factor set last_step = ?, last_used_at = ? where id = ?", [step, now, id]);
    return true;
  }
  return false;
}

async function isPasskey({ em, clock }: Transaction, asked: Asked, said: string): Promise<boolean> {
  const { userId, nonce, mustKnowItsPerson } = asked;
  const credentialId = credentialIdOf(said);
  if (credentialId === null || nonce === null) return false;
  const [known] = await em.execute<(KnownPasskey & { id: string })[]>(
    `select id, credential_id, public_key, signature_count, transports from factor
     where user_id = ? and kind = 'PASSKEY' and credential_id = ? for update`,
    [userId, credentialId],
  );
  const count = known === undefined ? null : await signedBy(known, said, { nonce, mustKnowItsPerson });
  if (known === undefined || count === null) return false;
  await em.execute("update factor set signature_count = ?, last_used_at = ? where id = ?", [
    count,
    clock.now(),
    known.id,
  ]);
  return true;
}

/** Where an app's secret is sealed. */
export function factorPlace(id: string): string {
  return `factor|${id}`;
}
