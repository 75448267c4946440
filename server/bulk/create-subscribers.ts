import { encodeId } from "@tierline/shared/id.ts";
import type { Context } from "../kernel/context.ts";
import { takenBack } from "../kernel/taken-back.ts";
import { createSubscriber, type CreateSubscriberInput } from "../subscribers/create-subscriber.ts";
import type { SubscriberRow } from "../subscribers/subscriber.entity.ts";
import type { BulkDoer, Cells } from "./bulk-kind.ts";
import { customerOf } from "./customer-of-row.ts";
import { connectorsOfRun } from "./lane.ts";
import { findSubscriber, hasPackage } from "./subscriber-of-row.ts";

async function inputOf(context: Context, cells: Cells, idempotencyKey: string): Promise<CreateSubscriberInput> {
  return {
    idempotencyKey,
    customerId: encodeId("cus", await customerOf(context, cells["customer"] ?? "")),
    email: cells["email"] ?? "",
    firstName: cells["first_name"] ?? null,
    lastName: cells["last_name"] ?? null,
    phone: cells["phone"] ?? null,
    extension: cells["extension"] ?? null,
    package: (cells["package"] ?? "").toLowerCase(),
  };
}

/** As many people as a file has, of one customer or of many (CX14). */
export const createSubscribers: BulkDoer = {
  kind: "SUBSCRIBERS",
  // Whoever was taken away since comes again by the same file.
  isReversible: true,
  columnOf: { customerId: "customer", firstName: "first_name", lastName: "last_name" },
  async rehearse(context, cells) {
    if ((await there(context, cells)) !== null) return { isUnchanged: true };
    const connectors = await takenBack(context, async (trial) => {
      const { runId } = await createSubscriber(trial, await inputOf(trial, cells, "rehearsal"));
      return connectorsOfRun(trial, runId);
    });
    return { connectors };
  },
  async perform(context, { cells, idempotencyKey }) {
    // Somebody was faster, or another file. Who is still on the way may be this very row's, and is asked for by its key.
    const known = await there(context, cells);
    if (known?.state === "PROVISIONED") return { resultId: encodeId("sub", known.id), runId: null };
    const { subscriberId, runId } = await createSubscriber(context, await inputOf(context, cells, idempotencyKey));
    return { resultId: encodeId("sub", subscriberId), runId };
  },
};

/** Who is of this customer already, with this package. */
async function there(context: Context, cells: Cells): Promise<SubscriberRow | null> {
  const known = await findSubscriber(context, cells["email"] ?? "");
  if (known === null || known.state === "DELETING" || !(await hasPackage(context, known, cells))) return null;
  return known.customer === (await customerOf(context, cells["customer"] ?? "")) ? known : null;
}
