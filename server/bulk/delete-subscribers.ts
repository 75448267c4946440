import { encodeId } from "@tierline/shared/id.ts";
import { takenBack } from "../kernel/taken-back.ts";
import { deleteSubscriber } from "../subscribers/delete-subscriber.ts";
import type { BulkDoer } from "./bulk-kind.ts";
import { connectorsOfRun } from "./lane.ts";
import { subscriberOfRow } from "./subscriber-of-row.ts";

/** Takes people out of the network and their seats free (CX14). Whoever comes again later may go again by the same file. */
export const deleteSubscribers: BulkDoer = {
  kind: "SUBSCRIBER_DELETIONS",
  columnOf: { subscriberId: "subscriber" },
  isReversible: true,
  sameBy: ["subscriber"],
  async rehearse(context, cells) {
    const { row, subscriberId } = await subscriberOfRow(context, cells);
    if (row.state === "DELETING") return { isUnchanged: true };
    const connectors = await takenBack(context, async (trial) => {
      const { runId } = await deleteSubscriber(trial, { subscriberId, idempotencyKey: "rehearsal" });
      return runId === null ? [] : connectorsOfRun(trial, runId);
    });
    return { agreed: subscriberId, connectors };
  },
  /** Of the very person that was found then: whoever has died in between finds nobody by that address, and asks by the key all the same. */
  async perform(context, { agreed, idempotencyKey }) {
    const { subscriberId, runId } = await deleteSubscriber(context, { subscriberId: agreed ?? "", idempotencyKey });
    return { resultId: encodeId("sub", subscriberId), runId };
  },
};
