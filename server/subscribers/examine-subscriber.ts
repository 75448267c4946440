import { emailLengthMax, nameLengthMax } from "@tierline/shared/limits.ts";
import { missingNeeds, type SubscriberRole } from "@tierline/shared/package.ts";
import { parsePhoneNumber } from "@tierline/shared/phone-number.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { CustomerRow } from "../customers/customer.entity.ts";
import { checkEmail, checkText } from "../kernel/checked-text.ts";
import type { Transaction } from "../kernel/context.ts";
import { Refusals } from "../kernel/rejection.ts";
import { packagesByKey } from "./find-packages.ts";
import { noSeat, packagesOf, type HeldPackage } from "./packages-of-customer.ts";

export interface SubscriberInput {
  readonly email: string;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly extension?: string | null | undefined;
  /** Keys; exactly one. */
  readonly packages?: readonly string[] | null | undefined;
  /** The same as `packages` with one; never both. */
  readonly package?: string | null | undefined;
}

export interface ExaminedSubscriber {
  readonly refusals: Refusals;
  readonly person: ReturnType<typeof personOf>;
  /** Null where it is refused. */
  readonly held: HeldPackage | null;
  /** Where in the input the package is named. */
  readonly packagePath: readonly string[];
}

/** All that stands in the way of a new person of a customer at once (CX6, CX8). The customer's packages are held from here on. */
export async function examineSubscriber(
  tx: Transaction,
  customer: CustomerRow,
  input: SubscriberInput,
  role: SubscriberRole,
): Promise<ExaminedSubscriber> {
  const refusals = new Refusals();
  await packagesOf(tx, customer.id, { isHeld: true }); // of two who create the same person, the second sees the first
  const person = personOf(refusals, customer, input);
  if (refusals.all.every(({ path }) => path?.[0] !== "email")) await refuseKnown(tx, refusals, customer, person.email);
  const packagePath = input.package == null ? ["packages", "0"] : ["package"];
  const key = packageKeyOf(refusals, input);
  const held = key === null ? null : await packageFor(tx, refusals, { customer, key, path: packagePath });
  // The administrator who comes with the customer is reached once they have said how (C5).
  if (held !== null && held.terms.calling && role === "USER") refuseUnreachable(refusals, person);
  return { refusals, person, held, packagePath };
}

function personOf(refusals: Refusals, { homeCountry }: CustomerRow, input: SubscriberInput) {
  const name = { noun: "noun.name", max: nameLengthMax } as const;
  return {
    email: checkEmail(refusals, input.email.toLowerCase(), { max: emailLengthMax, isRequired: true }, "email") ?? "",
    firstName: checkText(refusals, input.firstName, name, "firstName"),
    lastName: checkText(refusals, input.lastName, name, "lastName"),
    phone: checkNumber(refusals, input.phone ?? null, homeCountry),
    extension: checkExtension(refusals, input.extension ?? null),
  };
}

export function checkNumber(refusals: Refusals, text: string | null, country: string): string | null {
  if (text === null || text === "") return null;
  const parsed = parsePhoneNumber(text, country);
  if (parsed === null) refusals.add("INVALID", say("subscriber.phone"), "phone");
  return parsed?.e164 ?? null;
}

export function checkExtension(refusals: Refusals, text: string | null): string | null {
  if (text === null || text === "") return null;
  if (!/^[0-9]{1,10}$/.test(text)) refusals.add("INVALID", say("subscriber.extension"), "extension");
  return text;
}

/** PHONE_OR_EXTENSION_REQUIRED */
export function refuseUnreachable(
  refusals: Refusals,
  { phone, extension }: { readonly phone: string | null; readonly extension: string | null },
): void {
  if (phone === null && extension === null) refusals.add("REQUIRED", say("subscriber.reach"), "phone");
}

/** PACKAGE_REQUIRED, ONE_PACKAGE_PER_SUBSCRIBER; add-ons are assigned beside it. */
function packageKeyOf(refusals: Refusals, { packages, package: single }: SubscriberInput): string | null {
  if (single != null && packages != null) {
    refusals.add("INVALID", say("subscriber.packageTwice"), "package");
    return null;
  }
  const keys = single == null ? (packages ?? []) : [single];
  if (keys.length > 1) refusals.add("INVALID", say("subscriber.onePackage"), "packages");
  else if (keys.length === 0) refusals.add("REQUIRED", say("subscriber.packageRequired"), "packages");
  return keys.length === 1 ? (keys[0] ?? null) : null;
}

/** EMAIL_TAKEN; EXTERNAL_USER_NOT_ELIGIBLE: who belongs to another of the reseller's customers, which is not said. */
export async function refuseKnown(
  tx: Transaction,
  refusals: Refusals,
  { id, reseller }: Pick<CustomerRow, "id" | "reseller">,
  email: string,
  field = "email",
): Promise<void> {
  const [known] = await tx.em.execute<{ is_own: boolean }[]>(
    `select customer_id = ? as is_own from (
       select customer_id from subscriber where reseller_id = ? and email = ?
       union all select customer_id from app_user where reseller_id = ? and lower(email) = ? and customer_id <> ?
       union all select customer_id from customer_domain where reseller_id = ? and domain = ? and customer_id <> ?
     ) known order by 1 desc limit 1`,
    [id, reseller, email, reseller, email, id, reseller, email.slice(email.lastIndexOf("@") + 1), id],
  );
  if (known === undefined) return;
  if (known.is_own) refusals.add("TAKEN", say("subscriber.taken", { email }), field);
  else refusals.add("NOT_ELIGIBLE", say("subscriber.external", { email }), field);
}

export interface WantedPackage {
  readonly customer: CustomerRow;
  readonly key: string;
  readonly kind?: "PLAN" | "ADDON";
  readonly path: readonly string[];
}

/**
 * A package or add-on of the customer's that a person can be given, with a seat left; what is wrong with it is refused on `path`:
 * UNKNOWN_REFERENCE, NOT_ELIGIBLE (PACKAGE_NOT_ASSIGNABLE_TO_USER, PRODUCT_NOT_AVAILABLE), LIMIT_EXCEEDED.
 */
export async function packageFor(
  tx: Transaction,
  refusals: Refusals,
  { customer, key, kind = "PLAN", path }: WantedPackage,
): Promise<HeldPackage | null> {
  const held = (await packagesOf(tx, customer.id, { isHeld: true })).find(({ terms }) => terms.key === key);
  const known = held ?? (await packagesByKey(tx, [key], customer.path)).get(key);
  if (known === undefined || known.offering.kind !== kind) {
    refusals.add("UNKNOWN_REFERENCE", say("package.unknown"), ...path);
    return null;
  }
  const { terms, offering } = known;
  const name = { package: offering.name };
  if (!terms.isForSubscribers) refusals.add("NOT_ELIGIBLE", say("package.notForPeople", name), ...path);
  else if (terms.isComingSoon) refusals.add("NOT_ELIGIBLE", say("package.comingSoon", name), ...path);
  else if (held === undefined || held.row.state === "DELETING") {
    refusals.add("NOT_ELIGIBLE", say("package.notOfCustomer", name), ...path);
  } else {
    const refusal = noSeat(held, path);
    if (refusal === null) return held;
    refusals.push(refusal);
  }
  return null;
}

/** Of an add-on for a person who has this package. */
export function needsOf(held: HeldPackage, packageKey: string): readonly string[] | null {
  return missingNeeds(held.terms, new Set([packageKey]));
}
