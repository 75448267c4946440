import type { ServiceState } from "@tierline/shared/service-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { checkCalls } from "../resellers/lines.ts";
import { callsMaxOfLines, holdCalls } from "./calls-max.ts";
import { changeService } from "./move-service.ts";
import type { ServiceRow } from "./service.entity.ts";
import { assertIdle, assertSettled, lockedService, startServiceRun } from "./start-service-run.ts";

export interface SetSimultaneousCalls {
  readonly idempotencyKey: string;
  readonly serviceId: string;
  readonly version: number;
  readonly simultaneousCalls: number;
}

export interface ChangedService {
  readonly serviceId: string;
  readonly runId: string;
}

const field = "simultaneousCalls";
const alive: ReadonlySet<ServiceState> = new Set(["ACTIVE", "SUSPENDED"]);

/**
 * Starts the run that tells the network (B13). More than before stands with the service at once, less only when the network has it:
 * so nobody can allow it less than what may still be in force.
 * @throws Rejection STATE_CONFLICT (no line, not alive, a run at work or unsettled), STALE, INVALID, LIMIT_EXCEEDED with the limit
 */
export function setSimultaneousCalls(context: Context, input: SetSimultaneousCalls): Promise<ChangedService> {
  const { idempotencyKey, ...request } = input;
  return once(context, "service.set_calls", idempotencyKey, request, async (tx) => {
    const { simultaneousCalls: calls } = request;
    const service = await lockedService(tx, request.serviceId);
    assertLine(service);
    await assertIdle(tx, service);
    await assertSettled(tx, service);
    await assertAllowed(tx, service, request);
    const before = service.simultaneousCalls ?? null;
    if (before !== null && calls > before) await changeService(tx, service.id, { simultaneous_calls: calls });
    const run = await startServiceRun(tx, {
      kind: "CHANGE",
      deed: "calls",
      title: say("run.callsOfService", { service: service.name, calls }),
      service: { ...service, simultaneousCalls: calls },
    });
    await recordAudit(tx, {
      operation: "service.set_calls",
      subjectKind: "service",
      subjectId: service.id,
      subject: service.name,
      changes: changesBetween({ [field]: before }, { [field]: calls }),
      path: service.path,
    });
    return { serviceId: service.id, runId: run.id };
  });
}

function assertLine({ serviceType, state }: ServiceRow): void {
  if (serviceType === "VOIP" && alive.has(state)) return;
  const message = serviceType === "VOIP" ? say("line.notAlive") : say("line.noLine");
  throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
}

async function assertAllowed(
  tx: Transaction,
  service: ServiceRow,
  { version, simultaneousCalls: calls }: Omit<SetSimultaneousCalls, "idempotencyKey">,
): Promise<void> {
  const refusals = new Refusals();
  if (version !== service.version) refusals.add("STALE", say("line.stale"), "version");
  checkCalls(refusals, calls, field);
  refusals.settle();
  await holdCalls(tx, { id: service.offering }, { id: service.customer });
  const max = (await callsMaxOfLines(tx, [service.id])).get(service.id);
  if (max === undefined || calls <= max) return;
  throw new Rejection({
    code: "LIMIT_EXCEEDED",
    message: say("line.limit", { max }),
    path: [field],
    typeName: "LimitExceededError",
    data: { limit: max, used: calls },
  });
}
