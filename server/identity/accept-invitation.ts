import { newId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { inTier, transaction, type Context, type RequestContext } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { rootPath, type Viewer } from "../kernel/viewer.ts";
import { refuseDeactivated, viewerOf } from "./account.ts";
import { readLink, takeLink } from "./account-link.ts";
import type { AccountLinkKind } from "./account-link.entity.ts";
import { boundToSecondFactor } from "./factor-duty.ts";
import { checkPassword } from "./check-password.ts";
import { getManagedUser, subjectOf, type ManagedUser } from "./managed-user.ts";
import { hashPassword } from "./password.ts";
import { become, beginSession } from "./sign-in.ts";
import { countLinkAttempt } from "./sign-in-limit.ts";
import { CredentialEntity } from "./user.entity.ts";

export interface TokenAndPassword {
  readonly token: string;
  readonly password: string;
}

/** Who was invited, for whoever holds the link. @throws Rejection EXPIRED */
export async function findInvitation(request: RequestContext, token: string): Promise<ManagedUser> {
  const system = inTier(request, rootPath);
  const link = await readLink(system, ["INVITATION"], token);
  return getManagedUser(system, link.user_id);
}

/**
 * Sets the password of who was invited and signs them in.
 * @throws Rejection EXPIRED, INVALID or TOO_LONG (the password), ACCOUNT_DEACTIVATED
 * @throws AccessError RATE_LIMITED
 */
export async function acceptInvitation(request: RequestContext, input: TokenAndPassword): Promise<Viewer> {
  const { http } = request;
  if (http === null) throw new AccessError("BAD_USER_INPUT", say("signIn.http"));
  const { user, passwordHash } = await provenByLink(request, http.ip, ["INVITATION"], input);
  const viewer = boundToSecondFactor(viewerOf(user, null, "CONSOLE"), user, false);
  await transaction(asUser(request, viewer), async (tx) => {
    await takeLink(tx, ["INVITATION"], input.token);
    const changedAt = tx.clock.now();
    const id = newId(changedAt.getTime());
    await tx.em.insert(CredentialEntity, {
      id,
      path: user.path,
      user: user.user_id,
      passwordHash,
      changedAt,
      mustChange: false,
    });
    await recordAudit(tx, { ...subjectOf(user), operation: "user.accept_invitation", changes: [] });
  });
  const signedIn = await beginSession(request, http, viewer);
  become(request, signedIn);
  return signedIn;
}

/** The link is looked at first and used up last, so that a password that is refused can be mended. */
export async function provenByLink(
  request: RequestContext,
  ip: string,
  kinds: readonly AccountLinkKind[],
  { token, password }: TokenAndPassword,
): Promise<{ readonly user: ManagedUser; readonly passwordHash: string }> {
  const system = inTier(request, rootPath);
  await countLinkAttempt(system.em, ip);
  const link = await readLink(system, kinds, token);
  const user = await getManagedUser(system, link.user_id);
  refuseDeactivated(user);
  await checkPassword(password, [user.email, user.name, user.reseller_name]);
  return { user, passwordHash: await hashPassword(request.vault, password) };
}

/** The rights and the tier of whoever proved by a link that they are this user. */
export function asUser(request: RequestContext, viewer: Viewer): Context {
  return inTier({ ...request, viewer }, viewer.path);
}
