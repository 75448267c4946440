import { decodeId } from "@tierline/shared/id.ts";
import { missingNeeds } from "@tierline/shared/package.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { mapped } from "../kernel/mapped.ts";
import { invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { placeWithin } from "../orders/place-order.ts";
import { changeService } from "../services/move-service.ts";
import { draftOf, parametersOf, placedOn } from "./create-subscriber.ts";
import { checkExtension, checkNumber, packageFor, refuseUnreachable } from "./examine-subscriber.ts";
import { heldOfferings, type PackageOffering } from "./find-packages.ts";
import { missingDependency } from "./packages-of-customer.ts";
import {
  SubscriberAddonEntity,
  SubscriberEntity,
  type SubscriberAddonRow,
  type SubscriberRow,
} from "./subscriber.entity.ts";

export interface ChangePackageInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly subscriberId: string;
  /** Key. */
  readonly package: string;
  readonly phone?: string | null | undefined;
  readonly extension?: string | null | undefined;
}

export interface ChangedSubscriber {
  readonly subscriberId: string;
  /** Null for what begins on a later day. */
  readonly runId: string | null;
}

/**
 * Gives a person another package instead of the one they have: its seat is theirs at once, and the other free when the run has ended.
 * @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT (ADMIN_PACKAGE_DOWNGRADE_NOT_SUPPORTED, or a run is at work), REQUIRED
 * (MISSING_DEPENDENCY of an add-on, PHONE_OR_EXTENSION_REQUIRED), LIMIT_EXCEEDED and whatever an order is refused for
 */
export function changePackage(context: Context, input: ChangePackageInput): Promise<ChangedSubscriber> {
  return once(context, "subscriber.change_package", input.idempotencyKey, input, async (tx) => {
    const { row, customer } = await lockedSubscriber(tx, input.subscriberId);
    assertSettled(row);
    const { current, addons } = await heldBy(tx, row);
    const refusals = new Refusals();
    const phone = checkNumber(refusals, input.phone ?? null, customer.homeCountry) ?? row.phone ?? null;
    const extension = checkExtension(refusals, input.extension ?? null) ?? row.extension ?? null;
    const wanted = await packageFor(tx, refusals, { customer, key: input.package, path: ["package"] });
    if (wanted !== null) {
      if (row.role === "FULL_ADMIN" && wanted.terms.rank < current.terms.rank) {
        const names = { package: wanted.offering.name, current: current.offering.name };
        refusals.add("STATE_CONFLICT", say("subscriber.adminDowngrade", names), "package");
      }
      if (wanted.terms.calling && !current.terms.calling) refuseUnreachable(refusals, { phone, extension });
      for (const { offering, terms } of addons) {
        const needs = missingNeeds(terms, new Set([wanted.terms.key]));
        if (needs !== null) refusals.push(missingDependency(offering.name, needs, ["package"]));
      }
    }
    refusals.settle();
    invariant(wanted !== null, "a package that is none was refused");
    const parameters = parametersOf({ ...row, phone, extension });
    await changeService(tx, row.service, { parameters: JSON.stringify(parameters) });
    const draft = { ...draftOf(customer, wanted), serviceId: row.service, subscriber: parameters };
    const { runId } = await placedOn(["package"], () => placeWithin(tx, draft));
    const stateAt = tx.clock.now();
    const changed = { wanted: wanted.offering.id, phone, extension, state: "UPDATING", stateAt } as const;
    await tx.em.nativeUpdate(SubscriberEntity, { id: row.id }, { ...changed, version: row.version + 1 });
    await recordSubscriber(tx, row, "subscriber.change_package", [
      ...changesBetween(
        { package: current.offering.name, phone: row.phone, extension: row.extension },
        { package: wanted.offering.name, phone, extension },
      ),
    ]);
    return { subscriberId: row.id, runId };
  });
}

export interface LockedSubscriber {
  readonly row: SubscriberRow;
  readonly customer: CustomerRow;
}

/** Nobody else changes them until the transaction ends. @throws AccessError NOT_FOUND */
export async function lockedSubscriber(tx: Transaction, apiId: string): Promise<LockedSubscriber> {
  const id = decodeId("sub", apiId);
  if (id === null) throw notFound();
  const rows = await tx.em.execute<object[]>("select * from subscriber where id = ? for update", [id]);
  const row = mapped(tx.em, SubscriberEntity, rows)[0];
  if (row === undefined) throw notFound();
  const customer = await tx.em.findOne(CustomerEntity, { id: row.customer }, { disableIdentityMap: true });
  invariant(customer !== null, "whoever sees a person sees their customer");
  return { row, customer };
}

/** @throws Rejection STATE_CONFLICT */
export function assertSettled({ state, email }: SubscriberRow): void {
  if (state === "PROVISIONED") return;
  throw new Rejection({
    code: "STATE_CONFLICT",
    message: say("subscriber.unsettled", { email, state }),
    path: ["subscriberId"],
  });
}

export interface HeldBySubscriber {
  readonly current: PackageOffering;
  readonly addons: readonly (PackageOffering & { readonly row: SubscriberAddonRow })[];
}

/** The package that they have, and what they have beside it. */
export async function heldBy({ em }: Pick<Context, "em">, row: SubscriberRow): Promise<HeldBySubscriber> {
  const rows = mapped(
    em,
    SubscriberAddonEntity,
    await em.execute<object[]>("select * from subscriber_addon where subscriber_id = ? order by id", [row.id]),
  );
  const offerings = await heldOfferings({ em }, [row, ...rows]);
  const named = (id: string): PackageOffering => {
    const found = offerings.get(id);
    invariant(found !== undefined, "what a person has can be read wherever they can");
    return found;
  };
  return { current: named(row.offering), addons: rows.map((each) => ({ ...named(each.offering), row: each })) };
}

export async function recordSubscriber(
  tx: Transaction,
  { id, email, path }: SubscriberRow,
  operation: string,
  changes: readonly { field: string; before: string | null; after: string | null }[],
): Promise<void> {
  await recordAudit(tx, { operation, subjectKind: "subscriber", subjectId: id, subject: email, changes, path });
}
