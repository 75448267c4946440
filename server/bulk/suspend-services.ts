import type { BulkKind } from "@tierline/shared/bulk.ts";
import { encodeId } from "@tierline/shared/id.ts";
import type { ServiceRow } from "../services/service.entity.ts";
import { isSuspendedByHand, resumeService, suspendService, type SuspendService } from "../services/suspend-service.ts";
import { takenBack } from "../kernel/taken-back.ts";
import type { BulkDoer, Cells } from "./bulk-kind.ts";
import { connectorsOfRun } from "./lane.ts";
import { serviceOfRow } from "./service-of-row.ts";

const inputOf = (service: ServiceRow, cells: Cells, idempotencyKey: string, version: number): SuspendService => ({
  idempotencyKey,
  serviceId: service.id,
  version,
  note: cells["note"] ?? null,
});

/** What may be done, taken back and done again: a row has come to pass already where the service is as it says. */
function doer(kind: BulkKind, verb: typeof suspendService, hasCome: (service: ServiceRow) => boolean): BulkDoer {
  return {
    kind,
    columnOf: { id: "service", serviceId: "service" },
    isReversible: true,
    async rehearse(context, cells) {
      const service = await serviceOfRow(context, cells);
      if (hasCome(service)) return { isUnchanged: true };
      const connectors = await takenBack(context, async (trial) => {
        const { runId } = await verb(trial, inputOf(service, cells, "rehearsal", service.version));
        return connectorsOfRun(trial, runId);
      });
      return { agreed: String(service.version), connectors };
    },
    async perform(context, { cells, agreed, idempotencyKey }) {
      const service = await serviceOfRow(context, cells);
      const resultId = encodeId("svc", service.id);
      // Somebody was faster, or another file.
      if (hasCome(service)) return { resultId, runId: null };
      const { runId } = await verb(context, inputOf(service, cells, idempotencyKey, Number(agreed)));
      return { resultId, runId };
    },
  };
}

export const suspendServices = doer("SUSPENSIONS", suspendService, isSuspendedByHand);
export const resumeServices = doer("RESUMPTIONS", resumeService, ({ state }) => state === "ACTIVE");
