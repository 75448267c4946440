import type { ServiceState } from "@tierline/shared/service-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import type { ServiceRow } from "./service.entity.ts";
import { assertIdle, lockedService, startServiceRun } from "./start-service-run.ts";

export interface TerminateService {
  readonly idempotencyKey: string;
  readonly serviceId: string;
  readonly version: number;
  /** The name of the service, typed by the person: what cannot be undone is confirmed by naming it. */
  readonly confirmName: string;
}

export interface TerminatedService {
  readonly serviceId: string;
  readonly runId: string;
}

const terminable: ReadonlySet<ServiceState> = new Set(["ACTIVE", "SUSPENDED", "EXPIRED"]);

/**
 * Starts the run that takes a service out of the network; until it succeeds the service is what it was (OX5).
 */
export function terminateService(context: Context, input: TerminateService): Promise<TerminatedService> {
  const { idempotencyKey, ...request } = input;
  return once(context, "service.terminate", idempotencyKey, request, async (tx) => {
    const service = await lockedService(tx, request.serviceId);
    assertConfirmed(service, request);
    await assertIdle(tx, service);
    const title = say("run.endOfService", { service: service.name });
    const run = await startServiceRun(tx, { kind: "TERMINATE", deed: "terminate", title, service });
    await recordAudit(tx, {
      operation: "service.terminate",
      subjectKind: "service",
      subjectId: service.id,
      subject: service.name,
      changes: [],
      path: service.path,
    });
    return { serviceId: service.id, runId: run.id };
  });
}

function assertConfirmed(
  service: ServiceRow,
  { version, confirmName }: Omit<TerminateService, "idempotencyKey">,
): void {
  if (!terminable.has(service.state)) {
    const message = service.state === "TERMINATED" ? say("service.ended") : say("service.notYet");
    throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
  }
  const refusals = new Refusals();
  if (version !== service.version) {
    refusals.add("STALE", say("service.stale"), "version");
  }
  if (confirmName.trim() !== service.name) {
    refusals.add("INVALID", say("service.typeName", { name: service.name }), "confirmName");
  }
  refusals.settle();
}
