import { say, type Words } from "@tierline/shared/sentence.ts";
import { keptOffering } from "../catalog/kept-offerings.ts";
import type { OfferingRow } from "../catalog/offering.entity.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { SiteEntity } from "../customers/customer-parts.entity.ts";
import { itemsWhere } from "../inventory/item.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant, notFound, Rejection } from "../kernel/rejection.ts";
import { startRun, type StartedRun } from "../provisioning/start-run.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { changeService } from "./move-service.ts";
import { runVariables, variableServiceOf, type RunVariables } from "./run-variables.ts";
import type { ServiceRow } from "./service.entity.ts";
import { findService } from "./service-rows.ts";

/** What verbs have in common that change a service in the network: it is held, nothing else is at work on it, a run begins. */

export async function lockedService(tx: Transaction, id: string): Promise<ServiceRow> {
  await tx.em.execute("select 1 from service where id = ? for update", [id]);
  const service = await findService(tx, id);
  if (service === null) throw notFound();
  return service;
}

/** Two runs at once on one service would undo each other's work. */
export async function assertIdle(tx: Transaction, { id }: ServiceRow): Promise<void> {
  const [busy] = await tx.em.execute<{ number: number }[]>(
    "select number from provisioning_run where service_id = ? and finished_at is null limit 1",
    [id],
  );
  if (busy === undefined) return;
  const message = say("service.busy", { number: busy.number });
  throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
}

/** A run that has failed half-way can still be retried, and would then bring its own change back. */
export async function assertSettled({ em }: Transaction, { id }: ServiceRow): Promise<void> {
  const [failed] = await em.execute<{ number: number }[]>(
    `select number from provisioning_run
     where service_id = ? and kind = 'CHANGE' and state in ('FAILED', 'ROLL_BACK_FAILED') limit 1`,
    [id],
  );
  if (failed === undefined) return;
  const message = say("line.unsettled", { number: failed.number });
  throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
}

interface ServiceRun {
  readonly kind: "CHANGE" | "TERMINATE";
  /** What its playbook is called by: `terminate-mobile`, or after the playbook that made the service, `mobile-20gb-terminate`. */
  readonly deed: "calls" | "suspend" | "resume" | "terminate" | "remove-addon";
  readonly title: Words;
  /** The service as the run shall see it. */
  readonly service: ServiceRow;
  /** A person has said so of this very service. */
  readonly isByHand?: boolean;
  /** What it is about, where that is not what the service was ordered as: an add-on. */
  readonly about?: OfferingRow;
}

/** What becomes the service's plan, by which order. */
export interface PlanRun {
  readonly id: string;
  readonly orderId: string;
  readonly title: Words;
  readonly service: ServiceRow;
  readonly offering: OfferingRow;
  readonly before: OfferingRow;
  readonly undoableUntil: Date;
}

export async function startServiceRun(
  tx: Transaction,
  { kind, deed, title, service, about, isByHand = false }: ServiceRun,
): Promise<StartedRun> {
  const offering = about ?? (await keptOffering(tx, service.id));
  invariant(offering !== null, "what a service was ordered as can be read wherever it can be");
  const run = await startRun(tx, {
    kind,
    playbook: { key: await playbookKeyOf(tx, service, offering, deed) },
    ...whoseOf(service),
    orderId: null,
    title,
    variables: { ...(await serviceRunVariables(tx, service, offering)), ...(isByHand && { isByHand }) },
  });
  await changeService(tx, service.id, { current_run_id: run.id });
  return run;
}

/** The run that makes the network give a service what another plan has. */
export async function startPlanRun(tx: Transaction, plan: PlanRun): Promise<StartedRun> {
  const { id, orderId, title, service, offering, before, undoableUntil } = plan;
  const run = await startRun(tx, {
    id,
    kind: "CHANGE",
    playbook: { key: await playbookKeyOf(tx, service, offering, "plan") },
    ...whoseOf(service),
    orderId,
    title,
    variables: await serviceRunVariables(tx, service, offering, before),
    undoableUntil,
  });
  await changeService(tx, service.id, { current_run_id: run.id });
  return run;
}

function whoseOf({ id, path, reseller, customer }: ServiceRow) {
  return { path, resellerId: reseller, customerId: customer, serviceId: id };
}

/** Whether the network can be told that at all. */
export async function hasPlaybookFor(
  tx: Pick<Transaction, "em">,
  service: ServiceRow,
  deed: ServiceRun["deed"],
): Promise<boolean> {
  const offering = await keptOffering(tx, service.id);
  invariant(offering !== null, "what a service was ordered as can be read wherever it can be");
  const key = await playbookKeyOf(tx, service, offering, deed);
  return (await tx.em.execute<unknown[]>("select 1 from playbook where key = ? limit 1", [key])).length > 0;
}

/** The one of its own playbook, else that of its type. */
export async function playbookKeyOf(
  tx: Pick<Transaction, "em">,
  { serviceType }: Pick<ServiceRow, "serviceType">,
  { playbook }: Pick<OfferingRow, "playbook">,
  deed: ServiceRun["deed"] | "plan",
): Promise<string> {
  const [own] = await tx.em.execute<{ key: string }[]>(
    `select other.key from playbook p join playbook other on other.key = p.key || '-' || ? where p.id = ? limit 1`,
    [deed, playbook],
  );
  return own?.key ?? `${deed}-${serviceType.toLowerCase()}`;
}

/** The same names as when it was made; what is in its slots now is what it uses. */
export async function serviceRunVariables(
  tx: Pick<Transaction, "em">,
  service: ServiceRow,
  offering: OfferingRow,
  before: OfferingRow | null = null,
): Promise<RunVariables> {
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
      package: offering.packageTerms?.key ?? "",
    },
    previousOffering: before,
    service: variableServiceOf(service),
    simultaneousCalls: service.simultaneousCalls ?? null,
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
