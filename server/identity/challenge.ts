import { randomBytes } from "node:crypto";
import { newId } from "@tierline/shared/id.ts";
import { challengeMinutes } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { ChallengeEntity, type ChallengeKind } from "./factor.entity.ts";
import { hashOfToken } from "./session.ts";

type Means = Pick<Context, "em" | "clock">;

export interface OpenedChallenge {
  /** For the caller alone. */
  readonly token: string;
  readonly nonce: string;
  readonly expiresAt: Date;
}

export interface Challenge {
  readonly id: string;
  readonly user_id: string | null;
  readonly kind: ChallengeKind;
  readonly nonce: string;
}

export async function openChallenge(
  { em, clock }: Means,
  kind: ChallengeKind,
  whose: { readonly path: string; readonly userId: string | null },
): Promise<OpenedChallenge> {
  const now = clock.now();
  const token = randomBytes(32).toString("base64url");
  const nonce = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + challengeMinutes * 60_000);
  const { path, userId: user } = whose;
  await em.insert(ChallengeEntity, {
    id: newId(now.getTime()),
    path,
    user,
    kind,
    tokenHash: hashOfToken(token),
    nonce,
    expiresAt,
  });
  return { token, nonce, expiresAt };
}

/** Without using it up, so that a mistyped code can be mended. @throws Rejection EXPIRED */
export async function readChallenge(
  { em, clock }: Means,
  kinds: readonly ChallengeKind[],
  token: string,
): Promise<Challenge> {
  const [challenge] = await em.execute<Challenge[]>(
    "select id, user_id, kind, nonce from challenge where token_hash = ? and kind in (?) and expires_at > ?",
    [hashOfToken(token), [...kinds], clock.now()],
  );
  if (challenge === undefined) throw new Rejection({ code: "EXPIRED", message: say("factor.late"), path: ["token"] });
  return challenge;
}

/** Of two who come at once, one gets it. */
export async function takeChallenge({ em }: Means, { id }: Challenge): Promise<boolean> {
  return (await em.execute<unknown[]>("delete from challenge where id = ? returning 1", [id])).length > 0;
}

/** Sweep: what nobody came back for. */
export async function forgetOldChallenges({ em, clock }: Context): Promise<number> {
  return (await em.execute<unknown[]>("delete from challenge where expires_at < ? returning 1", [clock.now()])).length;
}
