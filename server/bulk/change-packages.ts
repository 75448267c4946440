import { takenBack } from "../kernel/taken-back.ts";
import { changePackage, type ChangePackageInput } from "../subscribers/change-package.ts";
import type { BulkDoer, Cells } from "./bulk-kind.ts";
import { connectorsOfRun } from "./lane.ts";
import { hasPackage, subscriberOfRow, type SubscriberOfRow } from "./subscriber-of-row.ts";

const inputOf = ({ subscriberId }: SubscriberOfRow, cells: Cells, idempotencyKey: string): ChangePackageInput => ({
  idempotencyKey,
  subscriberId,
  package: (cells["package"] ?? "").toLowerCase(),
  phone: cells["phone"] ?? null,
  extension: cells["extension"] ?? null,
});

/** Other packages for people who have one (CX14); who has it already is left as they are. */
export const changePackages: BulkDoer = {
  kind: "PACKAGE_CHANGES",
  columnOf: { subscriberId: "subscriber" },
  isReversible: true,
  sameBy: ["subscriber"],
  async rehearse(context, cells) {
    const subscriber = await subscriberOfRow(context, cells);
    if (await hasPackage(context, subscriber.row, cells)) return { isUnchanged: true };
    const connectors = await takenBack(context, async (trial) => {
      const { runId } = await changePackage(trial, inputOf(subscriber, cells, "rehearsal"));
      return runId === null ? [] : connectorsOfRun(trial, runId);
    });
    return { connectors };
  },
  async perform(context, { cells, idempotencyKey }) {
    const subscriber = await subscriberOfRow(context, cells);
    const { subscriberId: resultId } = subscriber;
    // Somebody was faster, or another file.
    if (await hasPackage(context, subscriber.row, cells)) return { resultId, runId: null };
    const { runId } = await changePackage(context, inputOf(subscriber, cells, idempotencyKey));
    return { resultId, runId };
  },
};
