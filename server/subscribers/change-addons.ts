import { newId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, notFound, Refusals } from "../kernel/rejection.ts";
import { placeWithin } from "../orders/place-order.ts";
import { assertIdle, lockedService, startServiceRun } from "../services/start-service-run.ts";
import {
  assertSettled,
  heldBy,
  lockedSubscriber,
  recordSubscriber,
  type ChangedSubscriber,
  type HeldBySubscriber,
} from "./change-package.ts";
import { draftOf, parametersOf, placedOn } from "./create-subscriber.ts";
import { needsOf, packageFor } from "./examine-subscriber.ts";
import { missingDependency } from "./packages-of-customer.ts";
import { SubscriberAddonEntity, SubscriberEntity, type SubscriberRow } from "./subscriber.entity.ts";

export interface AddonInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly subscriberId: string;
  /** Key. */
  readonly addon: string;
}

/**
 * Gives a person an add-on beside their package (C11).
 * @throws AccessError NOT_FOUND; Rejection TAKEN, REQUIRED (MISSING_DEPENDENCY), NOT_ELIGIBLE, LIMIT_EXCEEDED, STATE_CONFLICT and
 * whatever an order is refused for
 */
export function assignAddon(context: Context, input: AddonInput): Promise<ChangedSubscriber> {
  return once(context, "subscriber.add_addon", input.idempotencyKey, input, async (tx) => {
    const { row, customer } = await lockedSubscriber(tx, input.subscriberId);
    assertSettled(row);
    const { current, addons } = await heldBy(tx, row);
    const refusals = new Refusals();
    if (addons.some(({ terms }) => terms.key === input.addon)) {
      refusals.add("TAKEN", say("subscriber.addonTwice", { email: row.email }), "addon");
      refusals.settle();
    }
    const wanted = { customer, key: input.addon, kind: "ADDON", path: ["addon"] } as const;
    const addon = await packageFor(tx, refusals, wanted);
    const needs = addon === null ? null : needsOf(addon, current.terms.key);
    if (addon !== null && needs !== null) {
      refusals.push(missingDependency(addon.offering.name, needs, ["addon"]));
    }
    refusals.settle();
    invariant(addon !== null, "an add-on that is none was refused");
    const draft = { ...draftOf(customer, addon), serviceId: row.service, subscriber: parametersOf(row) };
    const { runId } = await placedOn(["addon"], () => placeWithin(tx, draft));
    invariant(runId !== null, "an add-on begins at once");
    const now = tx.clock.now();
    await tx.em.insert(SubscriberAddonEntity, {
      id: newId(now.getTime()),
      path: row.path,
      subscriber: row.id,
      customer: row.customer,
      offering: addon.offering.id,
      runId,
      removalId: null,
      addedAt: now,
    });
    await tx.em.nativeUpdate(
      SubscriberEntity,
      { id: row.id },
      { state: "UPDATING", stateAt: now, version: row.version + 1 },
    );
    const change = { field: "addon", before: null, after: addon.offering.name };
    await recordSubscriber(tx, row, "subscriber.add_addon", [change]);
    return { subscriberId: row.id, runId };
  });
}

/**
 * Begins the run that takes an add-on from a person; from its end on it is charged no more, and its seat is free.
 * @throws AccessError NOT_FOUND (also of an add-on that they do not have); Rejection STATE_CONFLICT
 */
export function removeAddon(context: Context, input: AddonInput): Promise<ChangedSubscriber> {
  return once(context, "subscriber.remove_addon", input.idempotencyKey, input, async (tx) => {
    const { row } = await lockedSubscriber(tx, input.subscriberId);
    const addon = (await heldBy(tx, row)).addons.find(({ terms }) => terms.key === input.addon);
    if (addon === undefined) throw notFound();
    return endAddon(tx, row, addon);
  });
}

/** What `removeAddon` does, of a row that is held. */
export async function endAddon(
  tx: Transaction,
  row: SubscriberRow,
  addon: HeldBySubscriber["addons"][number],
): Promise<ChangedSubscriber> {
  assertSettled(row);
  const service = await lockedService(tx, row.service);
  await assertIdle(tx, service);
  const title = say("run.endOfAddon", { addon: addon.offering.name, email: row.email });
  const about = addon.offering;
  const run = await startServiceRun(tx, { kind: "CHANGE", deed: "remove-addon", title, service, about });
  await tx.em.nativeUpdate(SubscriberAddonEntity, { id: addon.row.id }, { removalId: run.id });
  const updating = { state: "UPDATING", stateAt: tx.clock.now(), version: row.version + 1 } as const;
  await tx.em.nativeUpdate(SubscriberEntity, { id: row.id }, updating);
  const change = { field: "addon", before: addon.offering.name, after: null };
  await recordSubscriber(tx, row, "subscriber.remove_addon", [change]);
  return { subscriberId: row.id, runId: run.id };
}
