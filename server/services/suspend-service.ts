import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Rejection } from "../kernel/rejection.ts";
import { checkNote } from "../kernel/text.ts";
import { followReasons, isOffNetwork } from "./follow-reasons.ts";
import { setSuspension } from "./move-service.ts";
import type { ServiceRow } from "./service.entity.ts";
import { findService } from "./service-rows.ts";
import { assertIdle, assertSettled, hasPlaybookFor, lockedService, startServiceRun } from "./start-service-run.ts";

export interface SuspendService {
  readonly idempotencyKey: string;
  readonly serviceId: string;
  readonly version: number;
  readonly note?: string | null | undefined;
}

export interface SuspendedService {
  readonly serviceId: string;
  /** Null where the network has nothing to do: it is off already, or is asked call by call. */
  readonly runId: string | null;
}

type Deed = "suspend" | "resume";

const byHand = "MANUAL";

export function isSuspendedByHand({ suspensionReasons }: Pick<ServiceRow, "suspensionReasons">): boolean {
  return suspensionReasons.includes(byHand);
}

/**
 * A person takes a service off the network; no payment brings it back. Until its run succeeds it is what it was.
 * @throws Rejection STATE_CONFLICT (not in service, suspended so already, a run at work or unsettled), STALE, INVALID
 */
export function suspendService(context: Context, input: SuspendService): Promise<SuspendedService> {
  return change(context, "suspend", input, async (tx, service) => {
    if (isSuspendedByHand(service)) throw conflict("service.suspendedByHand");
    if (!isOffNetwork(service) && (await hasPlaybookFor(tx, service, "suspend"))) return begin(tx, service, "suspend");
    if (!isOffNetwork(service)) assertAskedByCall(service);
    await setSuspension(tx, service.id, byHand, true);
    return null;
  });
}

/**
 * Takes back what a person did: active again unless it is suspended for something else too (X4).
 * @throws Rejection STATE_CONFLICT (nobody suspended it, a run at work or unsettled), STALE, INVALID
 */
export function resumeService(context: Context, input: SuspendService): Promise<SuspendedService> {
  return change(context, "resume", input, async (tx, service) => {
    if (!isSuspendedByHand(service)) throw conflict("service.notSuspendedByHand");
    const hasPlaybook = await hasPlaybookFor(tx, service, "resume");
    if (hasPlaybook) {
      // What its customer is suspended for now keeps it off.
      await followReasons(tx, service.id);
      const rest = (await findService(tx, service.id))?.suspensionReasons.filter((reason) => reason !== byHand) ?? [];
      if (!isOffNetwork({ suspensionReasons: rest })) return begin(tx, service, "resume");
    } else assertAskedByCall(service);
    await setSuspension(tx, service.id, byHand, false);
    return null;
  });
}

function change(
  context: Context,
  deed: Deed,
  { idempotencyKey, ...request }: SuspendService,
  work: (tx: Transaction, service: ServiceRow) => Promise<string | null>,
): Promise<SuspendedService> {
  const { serviceId, version, note = null } = request;
  checkNote(note);
  return once(context, `service.${deed}`, idempotencyKey, request, async (tx) => {
    const service = await lockedService(tx, serviceId);
    if (service.state !== "ACTIVE" && service.state !== "SUSPENDED") throw conflict("service.notInService");
    await assertIdle(tx, service);
    await assertSettled(tx, service);
    if (version !== service.version) {
      throw new Rejection({ code: "STALE", message: say("service.staleToSuspend"), path: ["version"] });
    }
    const runId = await work(tx, service);
    const after = runId === null ? await findService(tx, serviceId) : null;
    await recordAudit(tx, {
      operation: `service.${deed}`,
      subjectKind: "service",
      subjectId: service.id,
      subject: service.name,
      changes: after === null ? [] : changesBetween(reasonsOf(service), reasonsOf(after)),
      path: service.path,
      note,
    });
    return { serviceId, runId };
  });
}

async function begin(tx: Transaction, service: ServiceRow, deed: Deed): Promise<string> {
  const title =
    deed === "suspend"
      ? say("run.suspendByHand", { service: service.name })
      : say("run.resumeByHand", { service: service.name });
  return (await startServiceRun(tx, { kind: "CHANGE", deed, title, service, isByHand: true })).id;
}

/** Every call of a line asks whether it may be; of anything else the network itself has to be told. */
function assertAskedByCall({ serviceType }: ServiceRow): void {
  if (serviceType !== "VOIP") throw conflict("service.noSuspension");
}

function reasonsOf({ suspensionReasons }: ServiceRow) {
  return { suspensionReasons };
}

type Conflict =
  | "service.suspendedByHand"
  | "service.notSuspendedByHand"
  | "service.notInService"
  | "service.noSuspension";

function conflict(key: Conflict): Rejection {
  return new Rejection({ code: "STATE_CONFLICT", message: say(key), path: ["id"] });
}
