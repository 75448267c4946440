import { encodeId } from "@tierline/shared/id.ts";
import type { ServiceRow } from "../services/service.entity.ts";
import { terminateService } from "../services/terminate-service.ts";
import { takenBack } from "../kernel/taken-back.ts";
import type { BulkDoer, Cells } from "./bulk-kind.ts";
import { connectorsOfRun } from "./lane.ts";
import { serviceOfRow } from "./service-of-row.ts";

/** What cannot be undone may be confirmed by its name, row by row; else beginning the import confirms it. */
const inputOf = (service: ServiceRow, cells: Cells, idempotencyKey: string, version = service.version) => ({
  idempotencyKey,
  serviceId: service.id,
  version,
  confirmName: cells["name"] ?? service.name,
});

export const terminateServices: BulkDoer = {
  kind: "TERMINATIONS",
  columnOf: { id: "service", confirmName: "name" },
  async rehearse(context, cells) {
    const service = await serviceOfRow(context, cells);
    if (service.state === "TERMINATED") return { isUnchanged: true };
    const connectors = await takenBack(context, async (trial) => {
      const { runId } = await terminateService(trial, inputOf(service, cells, "rehearsal"));
      return connectorsOfRun(trial, runId);
    });
    return { agreed: String(service.version), connectors };
  },
  async perform(context, { cells, agreed, idempotencyKey }) {
    const service = await serviceOfRow(context, cells);
    const input = inputOf(service, cells, idempotencyKey, Number(agreed));
    const { serviceId, runId } = await terminateService(context, input);
    return { resultId: encodeId("svc", serviceId), runId };
  },
};
