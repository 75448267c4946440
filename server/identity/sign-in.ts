import { emailLengthMax, keyLengthMax, passwordLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { inTier, transaction, type Context, type HttpExchange, type RequestContext } from "../kernel/context.ts";
import type { RefusedAttempt } from "../kernel/refused-attempt.ts";
import { AccessError, Refusals, Rejection } from "../kernel/rejection.ts";
import { rootPath, variablesOf, type Viewer } from "../kernel/viewer.ts";
import { accountColumns, refuseDeactivated, viewerOf, type Account } from "./account.ts";
import { askForFactor, type SecondFactorAsked } from "./ask-for-factor.ts";
import { normalEmail } from "./email.ts";
import { boundToOwnPassword, boundToSecondFactor, hasFactorSql } from "./factor-duty.ts";
import { isPassword } from "./password.ts";
import { endSession, openSession } from "./session.ts";
import { signInLimit } from "./sign-in-limit.ts";

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  readonly resellerKey?: string | null | undefined;
}

interface Candidate extends Account {
  readonly password_hash: string;
  readonly has_factor: boolean;
  readonly must_change: boolean;
}

/** The password was right; whoever has a second factor is asked for it before there is a session. */
export type SignedIn =
  | { readonly viewer: Viewer; readonly secondFactor: null }
  | { readonly viewer: null; readonly secondFactor: SecondFactorAsked };

/** Without a reseller's key an e-mail may belong to several accounts. So many are tried, and so many hashes computed, always. */
const accountsTried = 3;

/**
 * Opens a new session, or asks for a second factor first, and makes the rest of the operation act as the new viewer. An unknown
 * e-mail and a wrong password get the same answer for the same work; that an account is deactivated is said only to whoever knows
 * its password.
 * @throws Rejection SIGN_IN_REFUSED, ACCOUNT_DEACTIVATED, STATE_CONFLICT (the customer waits to be activated), REQUIRED (several accounts match: which reseller?)
 * @throws AccessError RATE_LIMITED
 */
export async function signIn(request: RequestContext, input: SignInInput): Promise<SignedIn> {
  const { http } = request;
  if (http === null) throw new AccessError("BAD_USER_INPUT", say("signIn.http"));
  checkForm(input);
  const system = inTier(request, rootPath);
  const email = normalEmail(input.email);
  const resellerKey = http.resellerKey ?? input.resellerKey ?? null;
  const limit = signInLimit(system.em, email, http.ip);
  const account = await limit
    .attempt()
    .then(() => provenAccount(system, email, { ...input, resellerKey }))
    .catch((error: unknown) => {
      const code = refusalCodeOf(error);
      if (code !== null) http.refused?.(attemptsAt(system, email, resellerKey, code));
      throw error;
    });
  await limit.forgive();
  const whose = { userId: account.user_id, path: account.path };
  if (account.has_factor) return { viewer: null, secondFactor: await askForFactor(system, "SIGN_IN", whose) };
  const own = viewerOf(account, null, request.viewer?.channel ?? "CONSOLE");
  const viewer = await beginSession(
    request,
    http,
    boundToOwnPassword(boundToSecondFactor(own, account, false), account.must_change),
  );
  become(request, viewer);
  return { viewer, secondFactor: null };
}

export function refusalCodeOf(error: unknown): string | null {
  if (error instanceof AccessError) return error.code;
  return error instanceof Rejection && error.refusals[0]?.code !== "REQUIRED"
    ? (error.refusals[0]?.code ?? null)
    : null;
}

async function attemptsAt(system: RequestContext, email: string, resellerKey: string | null, code: string) {
  return attemptsOf(system, await candidatesFor(system, email, resellerKey), email, code);
}

/** Told where the accounts are that somebody tried to be; of an e-mail that nobody has there is nobody to tell. */
export function attemptsOf(
  system: Pick<RequestContext, "http" | "requestId">,
  aimedAt: readonly Account[],
  email: string,
  code: string,
): RefusedAttempt[] {
  const ip = system.http?.ip ?? null;
  return aimedAt.map(({ user_id, name, path }) => ({
    operation: "user.sign_in",
    code,
    actorId: nobody,
    actor: email,
    onBehalfOf: null,
    channel: "API",
    path,
    subjectKind: "user",
    subjectId: user_id,
    subject: `${name} <${email}>`,
    ip,
    requestId: system.requestId,
  }));
}

/** Who has not signed in is nobody, whatever they call themselves. */
const nobody = "00000000-0000-7000-8000-000000000000";

function checkForm({ email, password, resellerKey }: SignInInput): void {
  const refusals = new Refusals();
  if (email.length > emailLengthMax)
    refusals.add("TOO_LONG", say("signIn.emailLength", { max: emailLengthMax }), "email");
  if (password.length > passwordLengthMax)
    refusals.add("TOO_LONG", say("password.tooLong", { max: passwordLengthMax }), "password");
  if ((resellerKey ?? "").length > keyLengthMax)
    refusals.add("TOO_LONG", say("signIn.keyLength", { max: keyLengthMax }), "resellerKey");
  if (!isText(email)) refusals.add("INVALID", say("signIn.email"), "email");
  if (!isText(resellerKey ?? "")) refusals.add("INVALID", say("signIn.key"), "resellerKey");
  refusals.settle();
}

function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

async function provenAccount(
  system: Pick<RequestContext, "em" | "vault" | "log">,
  email: string,
  input: SignInInput,
): Promise<Candidate> {
  const candidates = await candidatesFor(system, email, input.resellerKey ?? null);
  const proven: Candidate[] = [];
  // A key names one account at most, known or not, and one hash is enough to be even.
  const tries = input.resellerKey == null ? accountsTried : 1;
  for (let index = 0; index < tries; index += 1) {
    const candidate = candidates[index];
    if (await isPassword(system.vault, candidate?.password_hash ?? null, input.password)) proven.push(candidate!); // right only where there is one
  }
  if (proven.length === 0) {
    system.log.info({ known: candidates.length > 0 }, "sign-in refused");
    throw new Rejection({
      code: "SIGN_IN_REFUSED",
      message: say("signIn.noMatch"),
    });
  }
  const account = proven.length > 1 ? await ofDomain(system, proven, email) : proven[0];
  if (account === undefined) {
    throw new Rejection({
      code: "REQUIRED",
      message: say("signIn.several"),
      path: ["resellerKey"],
    });
  }
  refuseDeactivated(account);
  return account;
}

/** Of several accounts whose password was right, the one whose customer has the e-mail's domain (MX9). */
async function ofDomain(
  { em }: Pick<RequestContext, "em">,
  proven: readonly Candidate[],
  email: string,
): Promise<Candidate | undefined> {
  const rows = await em.execute<{ customer_id: string }[]>("select customer_id from customer_domain where domain = ?", [
    email.slice(email.lastIndexOf("@") + 1),
  ]);
  const known = new Set(rows.map((row) => row.customer_id));
  const [only, another] = proven.filter(({ customer_id }) => customer_id !== null && known.has(customer_id));
  return another === undefined ? only : undefined;
}

function candidatesFor(
  { em }: Pick<RequestContext, "em">,
  email: string,
  resellerKey: string | null,
): Promise<Candidate[]> {
  const atReseller = resellerKey === null ? "" : "and r.key = ?";
  return em.execute<Candidate[]>(
    `select c.password_hash, c.must_change, ${hasFactorSql} as has_factor, ${accountColumns}
     from app_user u join credential c on c.user_id = u.id join reseller r on r.id = u.reseller_id left join customer k on k.id = u.customer_id
     where u.email = ? ${atReseller} order by u.created_at, u.id limit ?`,
    [email, ...(resellerKey === null ? [] : [resellerKey]), accountsTried],
  );
}

/** A new session for who has proved who they are; whatever session the browser had before ends. */
export async function beginSession(request: RequestContext, http: HttpExchange, viewer: Viewer): Promise<Viewer> {
  const former = request.viewer?.sessionId ?? null;
  if (former !== null) await transaction(inTier({ ...request, viewer }, rootPath), (tx) => endSession(tx, former));
  const context: Context = inTier({ ...request, viewer }, viewer.path);
  const session = await transaction(context, async (tx) => {
    const opened = await openSession(tx, http.userAgent, http.ip);
    const { userId, name, email, path } = viewer;
    await tx.em.execute("update app_user set last_sign_in_at = ? where id = ?", [tx.clock.now(), userId]);
    await recordAudit(tx, {
      operation: "user.sign_in",
      subjectKind: "user",
      subjectId: userId,
      subject: `${name} <${email}>`,
      changes: [],
      path,
    });
    return opened;
  });
  http.setSession(session.token, session.expiresAt);
  return { ...viewer, sessionId: session.id };
}

/** What follows in the same operation is read as the new viewer; whatever the former one had loaded is forgotten. */
export function become(request: RequestContext, viewer: Viewer): void {
  const mutable = request as { -readonly [K in keyof RequestContext]: RequestContext[K] }; // nowhere else does a context change
  mutable.viewer = viewer;
  mutable.em = request.em.fork({ session: { variables: variablesOf(viewer) } });
  request.loaders.clear();
}
