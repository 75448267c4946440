import { eligibilityOf, noFacts } from "@tierline/shared/eligibility.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { customerPackagesMax, packageSeatsMax } from "@tierline/shared/limits.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { missingNeeds } from "@tierline/shared/package.ts";
import type { CustomerKind } from "@tierline/shared/kinds.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import type { OfferingRow } from "../catalog/offering.entity.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import type { CustomerRow } from "../customers/customer.entity.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { mapped } from "../kernel/mapped.ts";
import { Refusals } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { refuseUnlessActive } from "../resellers/reseller-state.ts";
import { endAddon } from "./change-addons.ts";
import { heldBy } from "./change-package.ts";
import { endSubscriber } from "./delete-subscriber.ts";
import { packagesByKey, type PackageOffering } from "./find-packages.ts";
import { missingDependency, packagesOf, type HeldPackage } from "./packages-of-customer.ts";
import { startPackagesRun, type SetPackages } from "./packages-run.ts";
import { CustomerPackageEntity, SubscriberEntity } from "./subscriber.entity.ts";
import { placeOf, refuseUnplaced } from "./where-customer-is.ts";

export interface CustomerPackageInput {
  /** Key. */
  readonly package: string;
  /** At most so many; none at 0; left out or null: as many as it likes. */
  readonly limit?: number | null | undefined;
}

export interface SetPackagesInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly customerId: string;
  /** All of them: what is not named is taken away. */
  readonly packages: readonly CustomerPackageInput[];
  /** Who has something that is taken away loses it. */
  readonly confirmRemoval?: boolean | null | undefined;
}

/**
 * Says which packages and add-ons a customer may give to its people, and how many of each (C10, CX7).
 * @throws AccessError NOT_FOUND; Rejection UNKNOWN_REFERENCE, NOT_ELIGIBLE (PRODUCT_NOT_AVAILABLE, a country that is not served),
 * REQUIRED (MISSING_DEPENDENCY, a postal address), STATE_CONFLICT (LIMIT_BELOW_USAGE), IN_USE (PACKAGE_IN_USE) and every limit that is none
 */
export function setCustomerPackages(context: Context, input: SetPackagesInput): Promise<SetPackages> {
  return once(context, "customer.set_packages", input.idempotencyKey, input, async (tx) => {
    const customer = await changeableCustomer(tx, decodeId("cus", input.customerId));
    const fresh = { disableIdentityMap: true } as const;
    refuseUnlessActive(await tx.em.findOneOrFail(ResellerEntity, { id: customer.reseller }, fresh), "customerId");
    return setPackages(tx, customer, input);
  });
}

/** What `setCustomerPackages` does, within another verb's transaction and of a customer that is held. */
export async function setPackages(
  tx: Transaction,
  customer: CustomerRow,
  {
    packages,
    confirmRemoval,
    primaryEmail,
  }: Pick<SetPackagesInput, "packages" | "confirmRemoval"> & { readonly primaryEmail?: string },
): Promise<SetPackages> {
  const before = await packagesOf(tx, customer.id, { isHeld: true });
  const refusals = new Refusals();
  const wanted = await examinePackages(tx, refusals, { path: customer.path, customer, packages, before });
  const gone = before.filter(({ row }) => !wanted.some(({ offering }) => offering.id === row.offering));
  refuseUsed(refusals, gone, confirmRemoval === true);
  const isGiven = wanted.some(({ offering }) => isNew(before, offering.id));
  if (isGiven) await refuseUnplaced(tx, refusals, { customer, ...(await placeOf(tx, customer, primaryEmail)) });
  refusals.settle();
  const standing = before.filter(({ row }) => row.state !== "DELETING");
  const changes = changesBetween(inWords(standing.map(limitOf)), inWords(wanted));
  if (changes.length === 0) return { customerId: customer.id, runId: null };
  const isOther = await write(tx, customer, { before, wanted, gone });
  await recordAudit(tx, {
    operation: "customer.set_packages",
    subjectKind: "customer",
    subjectId: customer.id,
    subject: labelOf(customer),
    changes,
    path: customer.path,
  });
  const runId = isOther ? await startPackagesRun(tx, customer, primaryEmail) : null;
  return { customerId: customer.id, runId };
}

/** Nobody could be given it: what their orders would be refused for is refused here. */
function unsellable(offering: OfferingRow, { kind, homeCountry }: AskedPackages["customer"]): Sentence[] {
  const customer = homeCountry === "" ? null : ({ kind, homeCountry, state: "ACTIVE" } as const);
  return eligibilityOf(offering, { ...noFacts, customer }).map(({ message }) => message);
}

/** It does not have it yet, or no more. */
function isNew(before: readonly HeldPackage[], offering: string): boolean {
  return before.every(({ row }) => row.offering !== offering || row.state === "DELETING");
}

interface Wanted extends PackageOffering {
  readonly limit: number | null;
}

export interface AskedPackages {
  /** The customer's, or its reseller's while there is none. */
  readonly path: string;
  /** Its home country is empty where that is wrong. */
  readonly customer: { readonly kind: CustomerKind; readonly homeCountry: string };
  readonly packages: readonly CustomerPackageInput[];
  readonly before: readonly HeldPackage[];
}

/** What is named, each once; all that is wrong with it is refused where it stands. */
export async function examinePackages(
  tx: Transaction,
  refusals: Refusals,
  { path, customer, packages, before }: AskedPackages,
): Promise<Wanted[]> {
  if (packages.length > customerPackagesMax) {
    refusals.add("TOO_LONG", say("package.tooMany", { max: customerPackagesMax }), "packages");
    return [];
  }
  const keys = packages.map((each) => each.package);
  const found = await packagesByKey(tx, keys, path);
  const named = new Set(keys);
  const wanted: Wanted[] = [];
  for (const [index, { package: key, limit = null }] of packages.entries()) {
    const at = ["packages", String(index)];
    const held = before.find(({ terms }) => terms.key === key);
    const each = held ?? found.get(key);
    if (each === undefined) {
      refusals.add("UNKNOWN_REFERENCE", say("package.unknown"), ...at, "package");
      continue;
    }
    const name = each.offering.name;
    if (keys.indexOf(key) < index) refusals.add("TAKEN", say("package.twice", { package: name }), ...at, "package");
    if (isNew(before, each.offering.id)) {
      for (const message of unsellable(each.offering, customer)) {
        refusals.add("NOT_ELIGIBLE", message, ...at, "package");
      }
    }
    if (each.terms.isComingSoon && held === undefined) {
      refusals.add("NOT_ELIGIBLE", say("package.comingSoon", { package: name }), ...at, "package");
    }
    if (limit !== null && (limit < 0 || limit > packageSeatsMax)) {
      refusals.add("INVALID", say("package.limitRange", { max: packageSeatsMax }), ...at, "limit");
    } else if (held !== undefined && limit !== null && limit < held.row.seatsUsed) {
      const used = held.row.seatsUsed;
      refusals.add("STATE_CONFLICT", say("package.limitBelow", { package: name, limit, used }), ...at, "limit");
    }
    const needs = missingNeeds(each.terms, named);
    if (needs !== null) refusals.push(missingDependency(name, needs, [...at, "package"]));
    wanted.push({ offering: each.offering, terms: each.terms, limit });
  }
  return wanted;
}

/** PACKAGE_IN_USE: nobody loses anything without being named to whoever takes it (CX7). */
function refuseUsed(refusals: Refusals, gone: readonly HeldPackage[], isConfirmed: boolean): void {
  if (isConfirmed) return;
  for (const { row, offering } of gone) {
    if (row.seatsUsed === 0) continue;
    const users = row.seatsUsed;
    refusals.push({
      code: "IN_USE",
      message: say("package.inUse", { package: offering.name, users }),
      path: ["packages"],
      typeName: "PackageInUseError",
      data: { users },
    });
  }
}

interface Written {
  readonly before: readonly HeldPackage[];
  readonly wanted: readonly Wanted[];
  readonly gone: readonly HeldPackage[];
}

/** Whether the outside world has to hear of it: limits are ours alone. */
async function write(tx: Transaction, customer: CustomerRow, { before, wanted, gone }: Written): Promise<boolean> {
  const addedAt = tx.clock.now();
  let isOther = gone.length > 0;
  for (const { offering, limit: seatsMax } of wanted) {
    const held = before.find(({ row }) => row.offering === offering.id);
    const isBack = held?.row.state === "DELETING";
    isOther ||= held === undefined || isBack;
    if (held !== undefined) {
      const state = isBack ? ({ state: "PROVISIONING" } as const) : {};
      await tx.em.nativeUpdate(CustomerPackageEntity, { id: held.row.id }, { seatsMax, ...state });
      continue;
    }
    await tx.em.insert(CustomerPackageEntity, {
      id: newId(addedAt.getTime()),
      path: customer.path,
      customer: customer.id,
      offering: offering.id,
      seatsMax,
      seatsUsed: 0,
      state: "PROVISIONING",
      problemCode: null,
      problem: null,
      runId: null,
      addedAt,
    });
  }
  for (const each of gone) await takeAway(tx, each);
  return isOther;
}

/** Gone at once where nobody has it; else when the last of them has lost it. */
async function takeAway(tx: Transaction, { row, offering }: HeldPackage): Promise<void> {
  await tx.em.nativeUpdate(CustomerPackageEntity, { id: row.id }, { state: "DELETING" });
  const people = await tx.em.execute<object[]>(
    `select * from subscriber s where customer_id = ? and state <> 'DELETING' and (offering_id = ? or wanted_id = ?
       or exists (select from subscriber_addon a where a.subscriber_id = s.id and a.offering_id = ?)) order by id for update`,
    [row.customer, offering.id, offering.id, offering.id],
  );
  for (const person of mapped(tx.em, SubscriberEntity, people)) {
    if (offering.kind === "PLAN") {
      await endSubscriber(tx, person);
      continue;
    }
    const addon = (await heldBy(tx, person)).addons.find(({ row: each }) => each.offering === offering.id);
    if (addon !== undefined) await endAddon(tx, person, addon);
  }
}

function limitOf({ row, offering, terms }: HeldPackage): Wanted {
  return { offering, terms, limit: row.seatsMax ?? null };
}

/** As the audit trail tells it: `Webex Suite: 5`. */
function inWords(wanted: readonly Wanted[]): Record<string, unknown> {
  const words = wanted.map(({ offering, limit }) => `${offering.name}: ${limit ?? "∞"}`);
  return { packages: words.toSorted() };
}
