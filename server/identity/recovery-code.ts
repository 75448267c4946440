import { createHash, randomInt } from "node:crypto";
import { newId } from "@tierline/shared/id.ts";
import { recoveryCodesCount } from "@tierline/shared/limits.ts";
import type { Transaction } from "../kernel/context.ts";
import { RecoveryCodeEntity } from "./factor.entity.ts";

/** Without letters that are taken for figures (Crockford). */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Sixteen of 32 signs: 80 bits, too many to be guessed, so that a plain hash keeps them. */
const groups = 4;

/** Ten new ones in place of whatever there was; they are told once and kept as hashes. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  { userId, path }: { readonly userId: string; readonly path: string },
): Promise<string[]> {
  await tx.em.nativeDelete(RecoveryCodeEntity, { user: userId });
  const codes = Array.from({ length: recoveryCodesCount }, newCode);
  const now = tx.clock.now().getTime();
  const rows = codes.map((code) => ({ id: newId(now), path, user: userId, codeHash: hashOfCode(code), usedAt: null }));
  await tx.em.insertMany(RecoveryCodeEntity, rows);
  return codes;
}

/** Uses one up, in whatever way it was typed. Of two who come with it at once, one gets in. */
export async function spendRecoveryCode({ em, clock }: Transaction, userId: string, code: string): Promise<boolean> {
  const spent = await em.execute<unknown[]>(
    "update recovery_code set used_at = ? where user_id = ? and code_hash = ? and used_at is null returning 1",
    [clock.now(), userId, hashOfCode(code)],
  );
  return spent.length > 0;
}

function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: groups }, group).join("-");
}

function hashOfCode(code: string): string {
  const plain = code
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
    .replaceAll(/[^0-9A-Z]/g, "");
  return createHash("sha256").update(plain).digest("base64url");
}
