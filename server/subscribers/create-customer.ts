import { createHash } from "node:crypto";
import { newId } from "@tierline/shared/id.ts";
import { emailLengthMax, externalIdLengthMax } from "@tierline/shared/limits.ts";
import { highestPackage } from "@tierline/shared/package.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { findOfferingBySlug } from "../catalog/offering.ts";
import { checkLanguage, checkSite, type AddressInput } from "../customers/check-details.ts";
import { addCustomer, type CreateCustomerInput } from "../customers/create-customer.ts";
import { SiteEntity } from "../customers/customer-parts.entity.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { examineNew, type NewCustomerInput } from "../customers/examine-new.ts";
import { isLeftOut, type PrecheckCustomerInput } from "../customers/precheck-customer.ts";
import { checkEmail, checkText } from "../kernel/checked-text.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals, Rejection, type Refusal } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { checkTimeZone } from "../resellers/check-reseller.ts";
import { addSubscriber } from "./create-subscriber.ts";
import { refuseKnown } from "./examine-subscriber.ts";
import { examinePackages, setPackages, type CustomerPackageInput } from "./set-packages.ts";
import { CallingLocationEntity } from "./subscriber.entity.ts";
import { refuseUnserved } from "./where-customer-is.ts";

export interface CallingLocationInput {
  readonly name: string;
  readonly address: AddressInput;
  readonly timeZone: string;
  readonly language: string;
}

/** What a new customer has besides, where its people are given packages (CX3). */
export interface WholesaleInput {
  /** What the caller calls it: one customer at its reseller. */
  readonly externalId?: string | null | undefined;
  /** Left out: those of its template. */
  readonly packages?: readonly CustomerPackageInput[] | null | undefined;
  /** Of who administers it: a person with the highest of the packages (C5). */
  readonly primaryEmail?: string | null | undefined;
  /** Where calls are taken to come from, which packages with calling ask for. */
  readonly callingLocation?: CallingLocationInput | null | undefined;
}

/**
 * A new customer with its packages and who administers it: all of them or none. The same `externalId` and input once more is the same
 * customer. Answers its UUID.
 * @throws AccessError FORBIDDEN where packages are named without the permission package.assign; Rejection as `addCustomer` and
 * `setPackages`; TAKEN (DUPLICATE_EXTERNAL_ID)
 */
export async function createWholesaleCustomer(
  context: Context,
  input: CreateCustomerInput & WholesaleInput,
): Promise<string> {
  if (input.packages != null) require(context, "package.assign");
  const { id } = await once(context, "customer.create", input.idempotencyKey, input, async (tx) => ({
    id: await create(tx, input),
  }));
  return id;
}

async function create(tx: Transaction, input: CreateCustomerInput & WholesaleInput): Promise<string> {
  const { refusals, reseller, packages, wholesale } = await examine(tx, input);
  const { externalId } = wholesale;
  if (refusals.all.some(({ path }) => path?.[0] === "externalId")) refusals.settle();
  const digest = externalId === null ? null : digestOf(input);
  const known = externalId === null ? null : await knownAs(tx, reseller.id, externalId);
  if (known !== null) {
    if (known.digest === digest) return known.id;
    throw new Rejection({
      code: "TAKEN",
      message: say("customer.externalId", { id: externalId ?? "" }),
      path: ["externalId"],
    });
  }
  refusals.settle();
  const id = await addCustomer(tx, input);
  if (externalId !== null) {
    await tx.em.execute("update customer set external_id = ?, external_digest = ? where id = ?", [
      externalId,
      digest,
      id,
    ]);
  }
  if (packages.length === 0 && wholesale.location === null) return id;
  const customer = await tx.em.findOneOrFail(CustomerEntity, { id }, { disableIdentityMap: true });
  if (wholesale.location !== null) {
    const part = () => ({ id: newId(tx.clock.now().getTime()), path: customer.path, customer: id });
    const { timeZone, language, ...place } = wholesale.location;
    const site = { ...part(), ...place, version: 1 };
    await tx.em.insert(SiteEntity, site);
    await tx.em.insert(CallingLocationEntity, { ...part(), site: site.id, timeZone, language });
  }
  if (packages.length === 0) return id;
  await setPackages(tx, customer, { packages, primaryEmail: wholesale.primaryEmail });
  const highest = wholesale.highest;
  if (highest !== null) {
    const administrator = { email: wholesale.primaryEmail, packages: [highest] };
    await toldOfCustomer(packages, highest, () => addSubscriber(tx, customer, administrator, "FULL_ADMIN"));
  }
  return id;
}

/** What the administrator is refused for stands where the customer's input says it. */
async function toldOfCustomer<T>(
  packages: readonly CustomerPackageInput[],
  highest: string,
  add: () => Promise<T>,
): Promise<T> {
  try {
    return await add();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const at = ["packages", String(packages.findIndex((each) => each.package === highest)), "package"];
    const paths: Readonly<Record<string, readonly string[]>> = { email: ["primaryEmail"], packages: at };
    throw new Rejection(
      error.refusals.map((each) => ({ ...each, path: [...(paths[each.path?.[0] ?? ""] ?? each.path ?? [])] })),
    );
  }
}

/**
 * All for which it would not be created, at once (CX6); what is left out is not missed. Writes nothing.
 * @throws AccessError NOT_FOUND for a reseller that is none of the viewer's
 */
export function precheckWholesaleCustomer(
  context: Context,
  input: PrecheckCustomerInput & WholesaleInput,
): Promise<readonly Refusal[]> {
  if (input.packages != null) require(context, "package.assign");
  return transaction(context, async (tx) => {
    const known = { ...input, kind: input.kind ?? ("BUSINESS" as const), name: input.name ?? "" };
    const { refusals } = await examine(tx, known);
    return refusals.all.filter((refusal) => !isLeftOut(input, refusal));
  });
}

/** The id of a customer that is not there yet: everybody belongs to another one. */
const nobody = "00000000-0000-0000-0000-000000000000";

async function examine(tx: Transaction, input: NewCustomerInput & WholesaleInput) {
  const { refusals, reseller, template, checked } = await examineNew(tx, input);
  const path = reseller.path;
  const packages = input.packages ?? (await packagesOfTemplate(tx, template?.packages ?? [], path));
  const customer = { kind: checked.kind, homeCountry: checked.homeCountry };
  const wanted = await examinePackages(tx, refusals, { path, customer, packages, before: [] });
  const highest = highestPackage(wanted.filter(({ offering }) => offering.kind === "PLAN"))?.terms.key ?? null;
  // Outside systems are told of somebody, whether one of the packages is for people or none.
  const isReached = {
    max: emailLengthMax,
    isRequired: highest !== null || (wanted.length > 0 && checked.email === null),
  };
  const wholesale = {
    externalId: checkText(
      refusals,
      input.externalId,
      { noun: "noun.externalId", max: externalIdLengthMax },
      "externalId",
    ),
    primaryEmail: checkEmail(refusals, input.primaryEmail, isReached, "primaryEmail") ?? "",
    location: checkLocation(
      refusals,
      input.callingLocation ?? null,
      wanted.some(({ terms }) => terms.calling),
    ),
    highest,
  };
  if (highest !== null && wholesale.primaryEmail !== "") {
    const customer = { id: nobody, reseller: reseller.id };
    await refuseKnown(tx, refusals, customer, wholesale.primaryEmail.toLowerCase(), "primaryEmail");
  }
  for (const [index, { terms, offering, limit }] of wanted.entries()) {
    if (terms.key !== highest || limit !== 0) continue;
    const message = say("package.administrator", { package: offering.name });
    const data = { limit: 0, used: 0 };
    const path = ["packages", String(index), "limit"];
    refusals.push({ code: "LIMIT_EXCEEDED", message, path, typeName: "LimitExceededError", data });
  }
  if (wanted.length > 0) {
    const { billingAddress, homeCountry } = checked;
    const isBilled = billingAddress !== null;
    if (!isBilled && wholesale.location === null) {
      refusals.add("REQUIRED", say("package.address"), "billingAddress");
    }
    const at = isBilled ? ["billingAddress", "country"] : ["homeCountry"];
    if (homeCountry !== "") await refuseUnserved(tx, refusals, homeCountry, ...at);
  }
  return { refusals, reseller, packages, wholesale };
}

/** A template names offerings by their short names; those that are packages are the customer's. */
async function packagesOfTemplate(
  tx: Transaction,
  slugs: readonly string[],
  path: string,
): Promise<CustomerPackageInput[]> {
  const packages: CustomerPackageInput[] = [];
  for (const slug of slugs) {
    const terms = (await findOfferingBySlug(tx, slug, resellerPathOf(path)))?.packageTerms ?? null;
    if (terms !== null) packages.push({ package: terms.key });
  }
  return packages;
}

function checkLocation(refusals: Refusals, input: CallingLocationInput | null, isNeeded: boolean) {
  if (input === null) {
    if (isNeeded) refusals.add("REQUIRED", say("package.location"), "callingLocation");
    return null;
  }
  const told = new Refusals();
  const site = checkSite(told, input, null, "callingLocation");
  const language = checkLanguage(told, input.language, "callingLocation", "language");
  const timeZone = checkTimeZone(told, input.timeZone);
  for (const each of told.all) {
    refusals.push(each.path?.[0] === "timeZone" ? { ...each, path: ["callingLocation", "timeZone"] } : each);
  }
  return { ...site, language, timeZone };
}

interface Known {
  readonly id: string;
  readonly digest: string | null;
}

/** Of two who create it at once the second waits, and then sees the first. */
async function knownAs({ em }: Transaction, reseller: string, externalId: string): Promise<Known | null> {
  await em.execute("select pg_advisory_xact_lock(7401350, hashtext(?))", [`${reseller} ${externalId}`]);
  const [row] = await em.execute<Known[]>(
    "select id, external_digest as digest from customer where reseller_id = ? and external_id = ?",
    [reseller, externalId],
  );
  return row ?? null;
}

/** Of what was asked for, whatever key it was asked under. */
function digestOf({ idempotencyKey: _key, ...input }: CreateCustomerInput & WholesaleInput): string {
  const text = JSON.stringify(input, (_name, value: unknown) => (isRecord(value) ? sorted(value) : value));
  return createHash("sha256").update(text).digest("base64url");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
