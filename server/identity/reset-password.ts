import { emailLengthMax, keyLengthMax } from "@tierline/shared/limits.ts";
import { newId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { inTier, transaction, type RequestContext } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { rootPath, systemViewer } from "../kernel/viewer.ts";
import { asUser, provenByLink, type TokenAndPassword } from "./accept-invitation.ts";
import { viewerOf } from "./account.ts";
import { takeLink, withdrawLinks } from "./account-link.ts";
import { mailLink, type Addressee } from "./account-mail.ts";
import { normalEmail } from "./email.ts";
import { subjectOf } from "./managed-user.ts";
import { endSessionsOf } from "./session.ts";
import { countLinkAttempt } from "./sign-in-limit.ts";
import { tellPerson } from "./tell-person.ts";

export interface RequestPasswordResetInput {
  readonly email: string;
  readonly resellerKey?: string | null | undefined;
}

/** Without a reseller's key an e-mail may belong to several accounts: each gets a mail that names its reseller. */
const accountsMax = 3;

/**
 * Mails a link to whoever has an account with this e-mail. What is answered, and the work it takes, is the same whether there is
 * one or not.
 * @throws AccessError RATE_LIMITED
 */
export async function requestPasswordReset(request: RequestContext, input: RequestPasswordResetInput): Promise<void> {
  const { http } = request;
  if (http === null) throw new AccessError("BAD_USER_INPUT", say("signIn.http"));
  const email = normalEmail(input.email).slice(0, emailLengthMax).toWellFormed().replaceAll("\0", "");
  const key = http.resellerKey ?? input.resellerKey?.slice(0, keyLengthMax).toWellFormed().replaceAll("\0", "") ?? null;
  const system = inTier(request, rootPath);
  await countLinkAttempt(system.em, http.ip, email);
  await transaction(inTier({ ...request, viewer: systemViewer }, rootPath), async (tx) => {
    const atReseller = key === null ? "" : "and r.key = ?";
    const accounts = await tx.em.execute<Addressee[]>(
      `select u.id as "userId", u.path, u.name, u.email, coalesce(u.locale, r.locale) as locale, r.name as "resellerName"
       from app_user u join credential c on c.user_id = u.id join reseller r on r.id = u.reseller_id
       where u.email = ? and u.disabled_at is null ${atReseller} order by u.created_at, u.id limit ?`,
      [email, ...(key === null ? [] : [key]), accountsMax],
    );
    for (let index = 0; index < accountsMax; index += 1) {
      const to = accounts[index] ?? somebodyElse(email);
      await withdrawLinks(tx, to.userId, ["PASSWORD_RESET"]);
      await mailLink(tx, "PASSWORD_RESET", to);
    }
  });
}

/** Of no account: the same statements are run for it and write nothing. */
function somebodyElse(email: string): Addressee {
  return { userId: newId(), path: rootPath, name: "Somebody Else", email, locale: "en", resellerName: "Some reseller" };
}

/**
 * Sets a new password and ends all sessions, whoever holds them.
 * @throws Rejection EXPIRED, INVALID or TOO_LONG (the password), ACCOUNT_DEACTIVATED
 * @throws AccessError RATE_LIMITED
 */
export async function resetPassword(request: RequestContext, input: TokenAndPassword): Promise<void> {
  const { http } = request;
  if (http === null) throw new AccessError("BAD_USER_INPUT", say("signIn.http"));
  const { user, passwordHash } = await provenByLink(request, http.ip, ["PASSWORD_RESET"], input);
  await transaction(asUser(request, viewerOf(user, null, "CONSOLE")), async (tx) => {
    await takeLink(tx, ["PASSWORD_RESET"], input.token);
    await tx.em.execute(
      "update credential set password_hash = ?, changed_at = ?, must_change = false where user_id = ?",
      [passwordHash, tx.clock.now(), user.user_id],
    );
    await endSessionsOf(tx, user.user_id);
    await recordAudit(tx, { ...subjectOf(user), operation: "user.reset_password", changes: [] });
    await tellPerson(tx, user, "PASSWORD_CHANGED");
  });
}
