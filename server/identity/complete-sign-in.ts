import { say } from "@tierline/shared/sentence.ts";
import { inTier, transaction, type Context, type RequestContext } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { rootPath, systemViewer, type Viewer } from "../kernel/viewer.ts";
import { accountColumns, refuseDeactivated, viewerOf, type Account } from "./account.ts";
import { openChallenge, readChallenge, takeChallenge, type OpenedChallenge } from "./challenge.ts";
import { boundToOwnPassword, mustChangePasswordSql } from "./factor-duty.ts";
import { authenticationOptions, credentialIdOf } from "./passkey.ts";
import { attemptsOf, become, beginSession, refusalCodeOf } from "./sign-in.ts";
import { countLinkAttempt, factorLimit } from "./sign-in-limit.ts";
import { isProof, wrongProof, type FactorProof } from "./verify-factor.ts";

export interface CompleteSignIn extends FactorProof {
  readonly token: string;
}

export interface AskedOfBrowser {
  readonly challenge: OpenedChallenge;
  /** For the browser's keeper of passkeys, as JSON. */
  readonly options: string;
}

/** Begins a sign-in with nothing but a passkey, which says itself whose it is. @throws AccessError RATE_LIMITED */
export async function startPasskeySignIn(request: RequestContext): Promise<AskedOfBrowser> {
  const { http } = request;
  if (http === null) throw new AccessError("BAD_USER_INPUT", say("signIn.http"));
  const system = inTier(request, rootPath);
  await countLinkAttempt(system.em, http.ip);
  const challenge = await openChallenge(system, "PASSKEY_SIGN_IN", { path: rootPath, userId: null });
  return { challenge, options: await authenticationOptions(null, challenge.nonce) };
}

/**
 * The second half of a sign-in: opens the session that `signIn` held back, or that a passkey alone asks for.
 * @throws Rejection EXPIRED (begin anew), INVALID (the proof), ACCOUNT_DEACTIVATED
 * @throws AccessError RATE_LIMITED
 */
export async function completeSignIn(request: RequestContext, input: CompleteSignIn): Promise<Viewer> {
  const { http } = request;
  if (http === null) throw new AccessError("BAD_USER_INPUT", say("signIn.http"));
  const system = inTier({ ...request, viewer: systemViewer }, rootPath);
  const challenge = await readChallenge(system, ["SIGN_IN", "PASSKEY_SIGN_IN"], input.token);
  const userId = challenge.user_id ?? (await ownerOfPasskey(system, input.passkey ?? null));
  const limit = factorLimit(system.em, userId ?? "", http.ip);
  const account = userId === null ? null : await accountOf(system, userId);
  try {
    await limit.attempt();
    const asked = { nonce: challenge.nonce, mustKnowItsPerson: challenge.kind === "PASSKEY_SIGN_IN" };
    const isProven =
      userId !== null &&
      (await transaction(
        system,
        async (tx) => (await isProof(tx, { userId, ...asked }, input)) && takeChallenge(tx, challenge),
      ));
    if (account === null || !isProven) throw wrongProof(input);
    refuseDeactivated(account);
  } catch (error) {
    const code = refusalCodeOf(error);
    if (code !== null && account !== null)
      http.refused?.(Promise.resolve(attemptsOf(system, [account], account.email, code)));
    throw error;
  }
  await limit.forgive();
  const own = viewerOf(account, null, request.viewer?.channel ?? "CONSOLE");
  const viewer = await beginSession(request, http, boundToOwnPassword(own, account.must_change));
  become(request, viewer);
  return viewer;
}

async function ownerOfPasskey({ em }: Pick<Context, "em">, passkey: string | null): Promise<string | null> {
  const credentialId = passkey === null ? null : credentialIdOf(passkey);
  if (credentialId === null) return null;
  const [found] = await em.execute<{ user_id: string }[]>("select user_id from factor where credential_id = ?", [
    credentialId,
  ]);
  return found?.user_id ?? null;
}

interface Proven extends Account {
  readonly must_change: boolean;
}

async function accountOf({ em }: Pick<Context, "em">, userId: string): Promise<Proven | null> {
  const [account] = await em.execute<Proven[]>(
    `select ${mustChangePasswordSql} as must_change, ${accountColumns} from app_user u left join customer k on k.id = u.customer_id where u.id = ?`,
    [userId],
  );
  return account ?? null;
}
