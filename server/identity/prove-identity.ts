import { say } from "@tierline/shared/sentence.ts";
import { inTier, signedIn, transaction, type Context, type RequestContext } from "../kernel/context.ts";
import { AccessError, Rejection } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { askForFactor, type SecondFactorAsked } from "./ask-for-factor.ts";
import { readChallenge, takeChallenge } from "./challenge.ts";
import { factorsOf } from "./list-factors.ts";
import { provePassword } from "./own-account.ts";
import { renewSession } from "./session.ts";
import { factorLimit } from "./sign-in-limit.ts";
import { isProof, wrongProof, type FactorProof } from "./verify-factor.ts";

export interface ProveIdentity extends FactorProof {
  readonly password?: string | null | undefined;
  /** Of `startIdentityProof`, with a passkey. */
  readonly token?: string | null | undefined;
}

/** What one has to prove oneself with: nothing but the password, or one of these factors. */
export async function startIdentityProof(context: Context): Promise<SecondFactorAsked> {
  // A person's own, whoever they work for at this moment.
  return askForFactor(inTier(context, rootPath), "PROOF", { userId: context.viewer.userId, path: context.viewer.path });
}

/**
 * Whoever holds the session proves anew who they are: with a factor, or with the password where they have none. The session goes
 * on under a new token, so that one that was taken before is worth nothing now (T9).
 * @throws Rejection INVALID (the proof), REQUIRED (a factor, for who has one), EXPIRED, STATE_CONFLICT (no session)
 * @throws AccessError RATE_LIMITED
 */
export async function proveIdentity(request: RequestContext, input: ProveIdentity): Promise<void> {
  const { http } = request;
  const context = signedIn(request);
  if (http === null) throw new AccessError("BAD_USER_INPUT", say("signIn.http"));
  // The session and its factors are the person's own, whoever they work for at this moment.
  const system = inTier(context, rootPath);
  const hasFactor = (await factorsOf(system, context.viewer.userId)).length > 0;
  if (hasFactor) await proveFactor(system, input, http.ip);
  else await provePassword(request, input.password ?? "", "password");
  const renewed = await transaction(system, renewSession);
  if (renewed === null) throw new Rejection({ code: "STATE_CONFLICT", message: say("factor.session") });
  http.setSession(renewed.token, renewed.expiresAt);
}

async function proveFactor(system: Context, input: ProveIdentity, ip: string): Promise<void> {
  const { userId } = system.viewer;
  if (input.code == null && input.passkey == null) {
    throw new Rejection({ code: "REQUIRED", message: say("factor.wanted"), path: ["code"] });
  }
  const challenge = input.passkey == null ? null : await readChallenge(system, ["PROOF"], input.token ?? "");
  const limit = factorLimit(system.em, userId, ip);
  await limit.attempt();
  const asked = { userId, nonce: challenge?.nonce ?? null, mustKnowItsPerson: false };
  const isProven =
    (challenge === null || challenge.user_id === userId) &&
    (await transaction(
      system,
      async (tx) => (await isProof(tx, asked, input)) && (challenge === null || takeChallenge(tx, challenge)),
    ));
  if (!isProven) throw wrongProof(input);
  await limit.forgive();
}
