import type { Context } from "../kernel/context.ts";
import { takenBack } from "../kernel/taken-back.ts";
import { changePackage, heldBy, type ChangePackageInput } from "../subscribers/change-package.ts";
import type { BulkDoer, Cells } from "./bulk-kind.ts";
import { connectorsOfRun } from "./lane.ts";
import { subscriberOfRow, type SubscriberOfRow } from "./subscriber-of-row.ts";

const wantedBy = (cells: Cells): string => (cells["package"] ?? "").toLowerCase();

/** Somebody was faster, or another file. */
async function hasIt(context: Context, { row }: SubscriberOfRow, cells: Cells): Promise<boolean> {
  return (await heldBy(context, row)).current.terms.key === wantedBy(cells);
}

const inputOf = ({ subscriberId }: SubscriberOfRow, cells: Cells, idempotencyKey: string): ChangePackageInput => ({
  idempotencyKey,
  subscriberId,
  package: wantedBy(cells),
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
    if (await hasIt(context, subscriber, cells)) return { isUnchanged: true };
    const connectors = await takenBack(context, async (trial) => {
      const { runId } = await changePackage(trial, inputOf(subscriber, cells, "rehearsal"));
      return runId === null ? [] : connectorsOfRun(trial, runId);
    });
    return { connectors };
  },
  async perform(context, { cells, idempotencyKey }) {
    const subscriber = await subscriberOfRow(context, cells);
    const { subscriberId: resultId } = subscriber;
    if (await hasIt(context, subscriber, cells)) return { resultId, runId: null };
    const { runId } = await changePackage(context, inputOf(subscriber, cells, idempotencyKey));
    return { resultId, runId };
  },
};
