import { emailLengthMax } from "@tierline/shared/limits.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkEmail } from "../kernel/checked-text.ts";
import { inTier, signedIn, transaction, type Context, type RequestContext } from "../kernel/context.ts";
import { AccessError, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { may } from "../kernel/requires.ts";
import { rootPath, systemViewer } from "../kernel/viewer.ts";
import { viewerOf } from "./account.ts";
import { takeLink, withdrawLinks } from "./account-link.ts";
import type { AccountLinkKind } from "./account-link.entity.ts";
import { mailLink } from "./account-mail.ts";
import { checkPassword } from "./check-password.ts";
import { normalEmail } from "./email.ts";
import { addresseeOf } from "./invite-user.ts";
import { getManagedUser, subjectOf } from "./managed-user.ts";
import { hashPassword, isPassword } from "./password.ts";
import { endSession, endSessionsOf } from "./session.ts";
import { countLinkAttempt, signInLimit } from "./sign-in-limit.ts";
import { tellPerson } from "./tell-person.ts";

/**
 * The old password is asked, so that a browser left open is not enough; all other sessions end.
 * @throws Rejection INVALID (the old one is wrong), INVALID or TOO_LONG (the new one)
 * @throws AccessError RATE_LIMITED
 */
export async function changePassword(
  request: RequestContext,
  { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
): Promise<void> {
  const context = signedIn(request);
  const user = await getManagedUser(context, context.viewer.userId);
  await provePassword(request, currentPassword, "currentPassword");
  await checkPassword(newPassword, [user.email, user.name, user.reseller_name], "newPassword");
  const passwordHash = await hashPassword(context.vault, newPassword);
  await transaction(context, async (tx) => {
    await tx.em.execute(
      "update credential set password_hash = ?, changed_at = ?, must_change = false where user_id = ?",
      [passwordHash, tx.clock.now(), user.user_id],
    );
    await endSessionsOf(tx, user.user_id, tx.viewer.sessionId);
    await recordAudit(tx, { ...subjectOf(user), operation: "user.change_password", changes: [] });
    await tellPerson(tx, user, "PASSWORD_CHANGED");
  });
}

/** Guessing it here is counted as guessing it at sign-in. */
export async function provePassword(request: RequestContext, password: string, field: string): Promise<void> {
  const { viewer, vault } = signedIn(request);
  // One's own account, whoever one works for at this moment.
  const { em } = inTier(request, rootPath);
  const limit = signInLimit(em, viewer.email, request.http?.ip ?? "");
  await limit.attempt();
  const [kept] = await em.execute<{ password_hash: string }[]>(
    "select password_hash from credential where user_id = ?",
    [viewer.userId],
  );
  if (!(await isPassword(vault, kept?.password_hash ?? null, password))) {
    throw new Rejection({ code: "INVALID", message: say("password.wrong"), path: [field] });
  }
  await limit.forgive();
}

/**
 * Mails a link to the old address and one to the new; the address changes when both were opened.
 * @throws Rejection INVALID (the password is wrong, the address is none), TAKEN (at this reseller, for who may see its people)
 * @throws AccessError RATE_LIMITED
 */
export async function requestEmailChange(
  request: RequestContext,
  input: { readonly email: string; readonly currentPassword: string },
): Promise<void> {
  const context = signedIn(request);
  const email = normalEmail(input.email);
  const refusals = new Refusals();
  checkEmail(refusals, email, { isRequired: true, max: emailLengthMax }, "email");
  refusals.settle();
  await provePassword(request, input.currentPassword, "currentPassword");
  await transaction(context, async (tx) => {
    const user = await getManagedUser(tx, tx.viewer.userId);
    if (may(tx, "user.view")) await refuseTaken(tx, user.reseller_id, email);
    const kinds = ["EMAIL_OLD", "EMAIL_NEW"] as const;
    await withdrawLinks(tx, user.user_id, kinds);
    const to = addresseeOf(user);
    await mailLink(tx, "EMAIL_OLD", to, { newEmail: email });
    await mailLink(tx, "EMAIL_NEW", { ...to, email }, { newEmail: email });
    await recordAudit(tx, {
      ...subjectOf(user),
      operation: "user.request_email_change",
      changes: changesBetween({ email: user.email }, { email }),
    });
  });
}

async function refuseTaken({ em }: Pick<Context, "em">, resellerId: string, email: string): Promise<void> {
  const found = await em.execute<unknown[]>("select 1 from app_user where reseller_id = ? and email = ?", [
    resellerId,
    email,
  ]);
  if (found.length > 0) throw new Rejection({ code: "TAKEN", message: say("user.taken", { email }), path: ["email"] });
}

/**
 * Confirms a change of e-mail at one of both addresses. Answers whether it has changed now, which takes both.
 * @throws Rejection EXPIRED, TAKEN
 * @throws AccessError RATE_LIMITED
 */
export async function confirmEmailChange(request: RequestContext, token: string): Promise<boolean> {
  const { http } = request;
  if (http === null) throw new AccessError("BAD_USER_INPUT", say("signIn.http"));
  const system = inTier(request, rootPath);
  await countLinkAttempt(system.em, http.ip);
  const kinds: readonly AccountLinkKind[] = ["EMAIL_OLD", "EMAIL_NEW"];
  return transaction(inTier({ ...request, viewer: systemViewer }, rootPath), async (root) => {
    const link = await takeLink(root, kinds, token);
    // Both links of one person are used one after the other, or each would wait for the other.
    await root.em.execute("select 1 from app_user where id = ? for update", [link.user_id]);
    const user = await getManagedUser(root, link.user_id);
    const confirmed = await root.em.execute<unknown[]>(
      "select 1 from account_link where user_id = ? and email = ? and kind in (?) and used_at is not null",
      [user.user_id, link.email, [...kinds]],
    );
    if (confirmed.length < kinds.length) return false;
    await refuseTaken(root, user.reseller_id, link.email);
    const tx = { ...root, viewer: viewerOf(user, null, "CONSOLE") };
    await tx.em.execute("update app_user set email = ?, version = version + 1 where id = ?", [
      link.email,
      user.user_id,
    ]);
    await withdrawLinks(tx, user.user_id, [...kinds, "PASSWORD_RESET"]);
    await recordAudit(tx, {
      ...subjectOf(user),
      operation: "user.change_email",
      changes: changesBetween({ email: user.email }, { email: link.email }),
    });
    return true;
  });
}

/** One of one's own; of others' nothing is said. @throws AccessError NOT_FOUND */
export async function endOwnSession(context: Context, apiId: string): Promise<void> {
  const id = decodeId("ses", apiId);
  if (id === null) throw notFound();
  await transaction(context, async (tx) => {
    const own = await tx.em.execute<unknown[]>("select 1 from session where id = ? and user_id = ?", [
      id,
      tx.viewer.userId,
    ]);
    if (own.length === 0) throw notFound();
    await endSession(tx, id);
  });
}

/** All of one's own but this one. Answers how many. */
export function endOtherSessions(context: Context): Promise<number> {
  return transaction(context, (tx) => endSessionsOf(tx, tx.viewer.userId, tx.viewer.sessionId));
}
