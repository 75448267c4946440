import argon2 from "@node-rs/argon2";
import { say } from "@tierline/shared/sentence.ts";
import { AccessError } from "../kernel/rejection.ts";
import type { Vault } from "../kernel/vault.ts";
import { Gate } from "./gate.ts";

/** argon2id, 46 MiB, two passes, one lane: above OWASP's minimum (Password Storage Cheat Sheet). */
const cost = { memoryCost: 46 * 1024, timeCost: 2, parallelism: 1 };

/** A flood of sign-ins must not take all memory and cores of the process: few at once, and a short queue. */
const gate = new Gate(3, 60);

/** Of no password: compared with where there is no account, so that both cost the same. */
const hashOfNobody = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** A PHC string over the peppered password: the hash alone, from a stolen database, cannot be tried against word lists. */
export function hashPassword(vault: Vault, password: string): Promise<string> {
  return gate.pass(() => argon2.hash(vault.pepper(password), cost));
}

/** The same work whether there is a hash to compare with or none. */
export async function isPassword(vault: Vault, passwordHash: string | null, password: string): Promise<boolean> {
  if (gate.isFull) throw new AccessError("RATE_LIMITED", say("signIn.busy"), 2);
  const isRight = await gate.pass(() => argon2.verify(passwordHash ?? hashOfNobody, vault.pepper(password)));
  return isRight && passwordHash !== null;
}
