import { createHash, randomBytes } from "node:crypto";
import { newId } from "@tierline/shared/id.ts";
import { emailLengthMax } from "@tierline/shared/limits.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import { signUpHours } from "@tierline/shared/sign-up.ts";
import { normalEmail } from "../identity/email.ts";
import { hashOfToken } from "../identity/session.ts";
import { countSignUp } from "../identity/sign-in-limit.ts";
import { checkEmail } from "../kernel/checked-text.ts";
import { inTier, transaction, type Context, type RequestContext } from "../kernel/context.ts";
import { publicAddressFor } from "../kernel/public-address.ts";
import { AccessError, Refusals, Rejection } from "../kernel/rejection.ts";
import { rootPath, systemViewer } from "../kernel/viewer.ts";
import { queueSealedMail } from "../notifications/queue-mail.ts";
import { SignUpEntity, type SignUpRow } from "./sign-up.entity.ts";
import { openFormAt, type OpenForm } from "./sign-up-form.ts";

export interface StartSignUp {
  readonly email: string;
  readonly emailAgain: string;
}

/**
 * Mails a link to whoever wants to become a customer of the reseller whose host name they are at. Who they are is asked behind the
 * link: nobody signs up with another's address, sets its password or learns who has an account, and nothing is kept of who never
 * comes back. What is answered, and the work it takes, is the same whether the address is known or not.
 * @throws Rejection INVALID (EMAIL_MISMATCH, no address), NOT_AVAILABLE (nobody signs up here)
 * @throws AccessError RATE_LIMITED
 */
export async function startSignUp(request: RequestContext, input: StartSignUp): Promise<void> {
  const { http, context } = outside(request);
  const email = checkedEmail(input);
  const open = await openForm(request);
  await countSignUp(context.em, { ip: http.ip, email: `${open.path} ${email}`, reseller: open.path });
  await transaction(context, async (tx) => {
    const now = tx.clock.now();
    const token = randomBytes(32).toString("base64url");
    const { path, resellerName: reseller } = open;
    await tx.em.insert(SignUpEntity, {
      id: newId(now.getTime()),
      path,
      email,
      language: request.language,
      tokenHash: hashOfToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + signUpHours * 3_600_000),
    });
    const url = `${await publicAddressFor(tx, path)}/sign-up#${token}`;
    const lines = [say("signUp.mail.text", { reseller }), url, say("accountMail.ignore")].map((line) =>
      typeof line === "string" ? line : rendered(line, request.language),
    );
    await queueSealedMail(tx, {
      path,
      cause: `SIGN_UP:${createHash("sha256").update(url).digest("base64url")}`,
      to: email,
      subject: rendered(say("signUp.mail.subject", { reseller }), request.language),
      body: `${[...lines, reseller].join("\n\n")}\n`,
    });
  });
}

function checkedEmail({ email, emailAgain }: StartSignUp): string {
  const refusals = new Refusals();
  checkEmail(refusals, normalEmail(email), { isRequired: true, max: emailLengthMax }, "email");
  if (normalEmail(email) !== normalEmail(emailAgain)) refusals.add("INVALID", say("signUp.emailDiffers"), "emailAgain");
  refusals.settle();
  return normalEmail(email);
}

/** Nobody is signed in: what is done is done by the system, for whoever stands at a reseller's door. */
export function outside(request: RequestContext) {
  const { http } = request;
  if (http === null) throw new AccessError("BAD_USER_INPUT", say("signIn.http"));
  const context: Context = inTier({ ...request, viewer: systemViewer }, rootPath);
  return { http, context };
}

/** @throws Rejection NOT_AVAILABLE */
export async function openForm(request: RequestContext): Promise<OpenForm> {
  const { http, context } = outside(request);
  const open = await openFormAt(context, http.resellerKey);
  if (open !== null) return open;
  throw new Rejection({ code: "NOT_AVAILABLE", message: say("signUp.closed"), path: [] });
}

/** What was begun at this very reseller. @throws Rejection EXPIRED: too old, of another door, or never given out */
export async function startedSignUp(
  { em, clock }: Pick<Context, "em" | "clock">,
  { path }: Pick<OpenForm, "path">,
  token: string,
): Promise<SignUpRow> {
  const where = { tokenHash: hashOfToken(token), path, expiresAt: { $gt: clock.now() } };
  const row = await em.findOne(SignUpEntity, where, { disableIdentityMap: true });
  if (row !== null) return row;
  throw new Rejection({ code: "EXPIRED", message: say("link.expired"), path: ["token"] });
}

/** Whether somebody signs in with it at that reseller; of any other nothing is said. */
export async function isTakenAt(
  { em }: Pick<Context, "em">,
  { resellerId }: Pick<OpenForm, "resellerId">,
  email: string,
): Promise<boolean> {
  const found = await em.execute<unknown[]>("select 1 from app_user where reseller_id = ? and email = ?", [
    resellerId,
    email,
  ]);
  return found.length > 0;
}
