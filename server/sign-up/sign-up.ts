import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { lookUpPostalCode, type PostalAnswer } from "../connectors/postal/look-up.ts";
import type { AddressInput } from "../customers/check-details.ts";
import { addCustomer } from "../customers/create-customer.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { checkPassword } from "../identity/check-password.ts";
import { insertUsers } from "../identity/insert-users.ts";
import { hashPassword } from "../identity/password.ts";
import { peopleWith } from "../identity/people-with.ts";
import { countLinkAttempt, countPostalLookup } from "../identity/sign-in-limit.ts";
import { countryOf } from "../kernel/country.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type RequestContext, type Transaction } from "../kernel/context.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { notify } from "../notifications/notify.ts";
import { claimRoom } from "../resellers/limits.ts";
import { SignUpEntity, type SignUpRow } from "./sign-up.entity.ts";
import type { OpenForm, SignUpForm } from "./sign-up-form.ts";
import { isTakenAt, openForm, outside, startedSignUp } from "./start-sign-up.ts";

export interface SignUpInput {
  /** Of the link. */
  readonly token: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly country: string;
  /** Without a country: it is the one above. */
  readonly address?: Omit<AddressInput, "country"> | null | undefined;
  readonly taxNumber?: string | null | undefined;
  readonly password: string;
  readonly passwordAgain: string;
  readonly acceptsTerms?: boolean | null | undefined;
}

/** What a link to sign up is for. @throws Rejection EXPIRED, NOT_AVAILABLE */
export async function findSignUp(
  request: RequestContext,
  token: string,
): Promise<{ readonly email: string; readonly isTaken: boolean; readonly isDone: boolean }> {
  const open = await openForm(request);
  const { context } = outside(request);
  const { email, customerId } = await startedSignUp(context, open, token);
  const isDone = customerId != null;
  return { email, isDone, isTaken: !isDone && (await isTakenAt(context, open, email)) };
}

/**
 * Where a postal code is. A service outside is asked for strangers, so that only those may who hold a link, and not without end.
 * @throws Rejection EXPIRED, NOT_AVAILABLE; AccessError RATE_LIMITED
 */
export async function placeOfSignUp(
  request: RequestContext,
  { token, country, postalCode }: { readonly token: string; readonly country: string; readonly postalCode: string },
): Promise<PostalAnswer> {
  const { http, context } = outside(request);
  await startedSignUp(context, await openForm(request), token);
  await countPostalLookup(context.em, http.ip);
  return lookUpPostalCode(countryOf(country) ?? "", postalCode, context.clock.now().getTime());
}

/**
 * Makes whoever opened the link a customer that waits to be activated, with a person who cannot come in before that (VX3). Sent again
 * it changes nothing: a link makes one customer.
 * @throws Rejection EXPIRED, TAKEN (EMAIL_TAKEN: told to whoever holds the address alone), NOT_AVAILABLE, and every wrong field
 * @throws AccessError RATE_LIMITED
 */
export async function signUp(request: RequestContext, input: SignUpInput): Promise<void> {
  const { http, context } = outside(request);
  await countLinkAttempt(context.em, http.ip);
  const open = await openForm(request);
  const begun = await startedSignUp(context, open, input.token);
  if (begun.customerId != null) return;
  if (await isTakenAt(context, open, begun.email)) throw emailTaken(begun.email);
  checkForm(open.form, input);
  await checkPassword(input.password, [begun.email, input.firstName, input.lastName, open.resellerName]);
  const passwordHash = await hashPassword(request.vault, input.password);
  await transaction(context, (tx) => takeOn(tx, { open, begun, input, passwordHash })).catch((error: unknown) => {
    // Of two who come at once with two links the database lets one in.
    if (error instanceof UniqueConstraintViolationException) throw emailTaken(begun.email);
    throw error;
  });
}

function emailTaken(email: string): Rejection {
  return new Rejection({ code: "TAKEN", message: say("signUp.emailTaken", { email }), path: ["email"] });
}

function checkForm({ phone, company, address, termsUrl }: SignUpForm, input: SignUpInput): void {
  const refusals = new Refusals();
  const max = nameLengthMax / 2 - 1;
  checkText(refusals, input.firstName, { noun: "noun.firstName", max, isRequired: true }, "firstName");
  checkText(refusals, input.lastName, { noun: "noun.lastName", max, isRequired: true }, "lastName");
  const asked = [
    [phone, "phone", "noun.phone"],
    [company, "company", "noun.company"],
  ] as const;
  for (const [ask, field, noun] of asked) {
    if (ask === "REQUIRED" && (input[field] ?? "") === "")
      refusals.add("REQUIRED", say("text.required", { noun: say(noun) }), field);
  }
  if (address === "REQUIRED" && input.address == null)
    refusals.add("REQUIRED", say("text.required", { noun: say("noun.line1") }), "address", "line1");
  if (input.password !== input.passwordAgain) refusals.add("INVALID", say("signUp.passwordDiffers"), "passwordAgain");
  if (termsUrl !== null && input.acceptsTerms !== true) refusals.add("REQUIRED", say("signUp.terms"), "acceptsTerms");
  refusals.settle();
}

interface Applicant {
  readonly open: OpenForm;
  readonly begun: SignUpRow;
  readonly input: SignUpInput;
  readonly passwordHash: string;
}

async function takeOn(tx: Transaction, applicant: Applicant): Promise<void> {
  const { open, begun, input } = applicant;
  // Of two who send the same link at once the second finds that it was done.
  const mine = await tx.em.execute<unknown[]>("select 1 from sign_up where id = ? and customer_id is null for update", [
    begun.id,
  ]);
  if (mine.length === 0) return;
  const id = await addApplicant(tx, applicant).catch((error: unknown) => throwInTheirWords(error, input));
  await tx.em.nativeUpdate(SignUpEntity, { id: begun.id }, { customerId: id });
  const customer = await tx.em.findOneOrFail(CustomerEntity, { id }, { disableIdentityMap: true });
  await addPerson(tx, applicant, { id, path: customer.path });
  for (const { user_id: userId } of await peopleWith(tx, "customer.activate", open.resellerId, customer.path)) {
    await notify(tx, {
      kind: "SIGNED_UP",
      userId,
      path: customer.path,
      title: say("signUp.notice"),
      detail: say("signUp.waits", { customer: labelOf(customer) }),
      customerId: id,
      cause: `signed-up:${id}:${userId}`,
    });
  }
}

function addApplicant(tx: Transaction, { open, begun, input }: Applicant): Promise<string> {
  const { form } = open;
  const name = nameOf(input);
  const phone = form.phone === "OFF" ? null : (input.phone ?? null);
  const company = form.company === "OFF" ? null : (input.company ?? null);
  const isBusiness = company !== null && company !== "";
  const address = form.address === "OFF" ? null : (input.address ?? null);
  return addCustomer(
    tx,
    {
      resellerId: encodeId("rsl", open.resellerId),
      kind: isBusiness ? "BUSINESS" : "INDIVIDUAL",
      name: isBusiness ? company : name,
      email: begun.email,
      phone,
      language: begun.language,
      taxNumber: input.taxNumber,
      contacts: isBusiness ? [{ name, roles: ["BILLING"], email: begun.email, phone }] : [],
      ...(address === null
        ? { homeCountry: input.country }
        : { billingAddress: { ...address, country: input.country } }),
    },
    { operation: "customer.sign_up", state: "WAITING" },
  );
}

function nameOf({ firstName, lastName }: SignUpInput): string {
  return `${firstName.trim()} ${lastName.trim()}`;
}

/** Who runs the customer's side, as if they had been invited to. */
async function addPerson(
  tx: Transaction,
  { open, begun, input, passwordHash }: Applicant,
  customer: { readonly id: string; readonly path: string },
): Promise<void> {
  await claimRoom(tx, "people", customer.path).catch((error: unknown) => throwInTheirWords(error, input));
  const createdAt = tx.clock.now();
  const id = newId(createdAt.getTime());
  const { email, language: locale } = begun;
  const name = nameOf(input);
  const role = "ACCOUNT_ADMIN";
  const { resellerId } = open;
  const { id: customerId, path } = customer;
  await insertUsers(tx.em, [{ id, path, resellerId, customerId, email, name, role, locale, createdAt, passwordHash }]);
  await recordAudit(tx, {
    operation: "user.create",
    subjectKind: "user",
    subjectId: id,
    subject: `${name} <${email}>`,
    changes: changesBetween({}, { email, name, role }),
    path,
  });
}

const fieldNames: Readonly<Record<string, string>> = { billingAddress: "address", homeCountry: "country" };

/** By the names of the page; and who is outside learns nothing of the reseller's own limits. */
function throwInTheirWords(error: unknown, { company }: SignUpInput): never {
  if (!(error instanceof Rejection)) throw error;
  const isOfThem = error.refusals.every(({ code }) => !ofReseller.has(code));
  if (!isOfThem) throw new Rejection({ code: "NOT_AVAILABLE", message: say("signUp.closed"), path: [] });
  throw new Rejection(
    error.refusals.map(({ path: [first = "", ...rest] = [], ...refusal }) => {
      if (first === "name") return { ...refusal, path: [(company ?? "") === "" ? "lastName" : "company"] };
      if (first === "billingAddress" && rest[0] === "country") return { ...refusal, path: ["country"] };
      return { ...refusal, path: [fieldNames[first] ?? first, ...rest] };
    }),
  );
}

const ofReseller: ReadonlySet<string> = new Set([
  "LIMIT_EXCEEDED",
  "STATE_CONFLICT",
  "RESELLER_SUSPENDED",
  "RESELLER_NOT_ACTIVATED",
]);
