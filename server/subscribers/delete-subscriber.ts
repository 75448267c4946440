import { say } from "@tierline/shared/sentence.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Rejection } from "../kernel/rejection.ts";
import { assertIdle, lockedService, startServiceRun } from "../services/start-service-run.ts";
import { lockedSubscriber, recordSubscriber, type ChangedSubscriber } from "./change-package.ts";
import { SubscriberEntity, type SubscriberRow } from "./subscriber.entity.ts";

export interface DeleteSubscriberInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly subscriberId: string;
}

/**
 * Begins the run that takes a person's package, and all beside it, out of the network; when it has ended they are gone and their seat
 * is free. Left to a reseller that is suspended, too (CX11).
 * @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT
 */
export function deleteSubscriber(context: Context, input: DeleteSubscriberInput): Promise<ChangedSubscriber> {
  return once(context, "subscriber.delete", input.idempotencyKey, input, async (tx) => {
    const { row } = await lockedSubscriber(tx, input.subscriberId);
    return endSubscriber(tx, row);
  });
}

/** What `deleteSubscriber` does, of a row that is held. */
export async function endSubscriber(tx: Transaction, row: SubscriberRow): Promise<ChangedSubscriber> {
  if (row.state === "DELETING") {
    const message = say("subscriber.unsettled", { email: row.email, state: row.state });
    throw new Rejection({ code: "STATE_CONFLICT", message, path: ["subscriberId"] });
  }
  const service = await lockedService(tx, row.service);
  if (service.state === "PENDING" || service.state === "PENDING_FAILED") {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("service.notYet"), path: ["subscriberId"] });
  }
  await assertIdle(tx, service);
  const title = say("run.endOfService", { service: service.name });
  const run = await startServiceRun(tx, { kind: "TERMINATE", deed: "terminate", title, service });
  const stateAt = tx.clock.now();
  await tx.em.nativeUpdate(SubscriberEntity, { id: row.id }, { state: "DELETING", stateAt, version: row.version + 1 });
  await recordSubscriber(tx, row, "subscriber.delete", []);
  return { subscriberId: row.id, runId: run.id };
}
