import type { ServiceState } from "@tierline/shared/service-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { keptOffering } from "../catalog/kept-offerings.ts";
import type { OfferingRow } from "../catalog/offering.entity.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { SiteEntity } from "../customers/customer-parts.entity.ts";
import { itemsWhere } from "../inventory/item.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { startRun, type StartedRun } from "../provisioning/start-run.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { changeService } from "./move-service.ts";
import { runVariables, variableServiceOf, type RunVariables } from "./run-variables.ts";
import type { ServiceRow } from "./service.entity.ts";
import { findService } from "./service-rows.ts";

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
    const run = await start(tx, service);
    await changeService(tx, service.id, { current_run_id: run.id });
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

async function lockedService(tx: Transaction, id: string): Promise<ServiceRow> {
  await tx.em.execute("select 1 from service where id = ? for update", [id]);
  const service = await findService(tx, id);
  if (service === null) throw notFound();
  return service;
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

/** Two runs at once on one service would undo each other's work. */
async function assertIdle(tx: Transaction, { id }: ServiceRow): Promise<void> {
  const [busy] = await tx.em.execute<{ number: number }[]>(
    "select number from provisioning_run where service_id = ? and finished_at is null limit 1",
    [id],
  );
  if (busy === undefined) return;
  const message = say("service.busy", { number: busy.number });
  throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
}

async function start(tx: Transaction, service: ServiceRow): Promise<StartedRun> {
  const offering = await keptOffering(tx, service.id);
  invariant(offering !== null, "what a service was ordered as can be read wherever it can be");
  return startRun(tx, {
    kind: "TERMINATE",
    playbook: { key: await playbookKeyOf(tx, service, offering) },
    path: service.path,
    resellerId: service.reseller,
    customerId: service.customer,
    serviceId: service.id,
    orderId: null,
    title: say("run.endOfService", { service: service.name }),
    variables: await variablesOf(tx, service, offering),
  });
}

/** The one named after the playbook that made the service, `mobile-20gb-terminate`, else that of its type, `terminate-mobile`. */
async function playbookKeyOf(tx: Transaction, service: ServiceRow, { playbook }: OfferingRow): Promise<string> {
  const [own] = await tx.em.execute<{ key: string }[]>(
    `select ending.key from playbook p join playbook ending on ending.key = p.key || '-terminate' where p.id = ? limit 1`,
    [playbook],
  );
  return own?.key ?? `terminate-${service.serviceType.toLowerCase()}`;
}

/** The same names as when it was made; what is in its slots now is what has to be given back. */
async function variablesOf(tx: Transaction, service: ServiceRow, offering: OfferingRow): Promise<RunVariables> {
  const fresh = { disableIdentityMap: true } as const;
  const customer = await tx.em.findOneOrFail(CustomerEntity, { id: service.customer }, fresh);
  const reseller = await tx.em.findOneOrFail(ResellerEntity, { id: service.reseller }, fresh);
  const siteId = service.site ?? null;
  const items = await itemsWhere(tx, "i.service_id = ? and i.state = 'ASSIGNED' and i.slot is not null", [service.id]);
  return runVariables({
    customer,
    reseller,
    offering: {
      id: offering.id,
      slug: offering.slug,
      name: offering.name,
      kind: offering.kind,
      serviceType: offering.serviceType,
    },
    service: variableServiceOf(service),
    order: undefined,
    purchaseOrderNumber: null,
    installationDate: null,
    autoRenew: service.autoRenew,
    site: siteId === null ? null : await tx.em.findOne(SiteEntity, { id: siteId }, fresh),
    billingContact: null,
    technicalContact: null,
    items: new Map(items.map((item) => [item.slot ?? "", item])),
    fields: new Map(offering.customFields.map(({ key }) => [key, ""])),
  });
}
