import { say, type Words } from "@tierline/shared/sentence.ts";
import { listConnectors } from "../connectors/list-connectors.ts";
import { ConnectorType } from "../connectors/connector.type.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { toCustomer } from "../customers/customer.type.ts";
import { findItems } from "../inventory/item.ts";
import { toItemType } from "../inventory/item.type.ts";
import { isFreeSql } from "../inventory/availability.ts";
import { myReservations } from "../inventory/reservation.ts";
import { findTemplates } from "../inventory/template.ts";
import { toTemplate } from "../inventory/template.type.ts";
import type { Context } from "../kernel/context.ts";
import { may } from "../kernel/requires.ts";
import { toRunViewWithoutTasks } from "../provisioning/run-row.ts";
import { toRun } from "../provisioning/run.type.ts";
import type { Permission } from "@tierline/shared/permission.ts";
import { isBuyerSql } from "./billing-day.ts";
import { draftsThatWait } from "./drafts-that-wait.ts";
import { casesThatWait } from "./cases-that-wait.ts";
import { listsThatFail } from "./lists-that-fail.ts";
import { attentionKinds, type AttentionItemType, type AttentionKind } from "./home.type.ts";
import type { Place } from "./place.ts";
import type { Queue } from "./queue.ts";
import { signUpsThatWait } from "./sign-ups-that-wait.ts";

/** Shown of each kind, and counted at most. */
const shownMax = 10;
const countedMax = 1_000;

type Source = (context: Context, place: Place) => Promise<Queue>;

/** Each kind with the permission that it takes: what one may not see is not there. */
const sources: Readonly<Record<AttentionKind, { permission: Permission; find: Source }>> = {
  EXPIRING_RESERVATION: { permission: "inventory.reserve", find: expiringReservations },
  FAILED_RUN: { permission: "run.view", find: failedRuns },
  WAITING_RUN: { permission: "run.view", find: waitingRuns },
  CONNECTOR_DOWN: { permission: "connector.view", find: connectorsDown },
  SCREENING_CASE: {
    permission: "screening.view",
    find: (context, place) => casesThatWait(context, place, shownMax, countedMax),
  },
  SCREENING_LIST: { permission: "screening.import", find: listsThatFail },
  SIGN_UP: {
    permission: "customer.activate",
    find: (context, place) => signUpsThatWait(context, place, shownMax, countedMax),
  },
  INVOICE_FAILED: { permission: "invoice.view", find: failedInvoices },
  HELD_ITEMS: { permission: "inventory.view", find: heldItems },
  ONBOARDING: {
    permission: "customer.create",
    find: (context, place) => draftsThatWait(context, place, shownMax, countedMax),
  },
  LOW_STOCK: { permission: "inventory.view", find: lowStock },
};

/** All that needs attention at a place, the most urgent kind first; bounded, and a fixed number of statements. */
export async function attentionAt(context: Context, place: Place): Promise<Queue> {
  const queues: Queue[] = [];
  for (const kind of attentionKinds) {
    const { permission, find } = sources[kind];
    if (may(context, permission)) queues.push(await find(context, place));
  }
  return { items: queues.flatMap(({ items }) => items), count: queues.reduce((sum, { count }) => sum + count, 0) };
}

const failedStates = "r.state in ('FAILED', 'ROLL_BACK_FAILED')";

/** Runs that have not ended, and runs that failed: what stands on top of the page. */
export async function countRuns({ em }: Context, { lo, hi }: Place): Promise<{ failed: number; running: number }> {
  const counted = (condition: string) =>
    `(select count(*)::int from (select 1 from provisioning_run r where r.path >= ? and r.path < ? and ${condition} limit ?) counted)`;
  const [row] = await em.execute<[{ failed: number; running: number }]>(
    `select ${counted(failedStates)} as failed, ${counted("r.finished_at is null")} as running`,
    [lo, hi, countedMax, lo, hi, countedMax],
  );
  return row;
}

interface RunFound {
  readonly run: unknown;
  readonly total: number;
  readonly detail: Words | null;
}

async function runsWhere(
  { em }: Context,
  { lo, hi }: Place,
  kind: AttentionKind,
  condition: string,
  order: string,
  detail: string,
): Promise<Queue> {
  const rows = await em.execute<RunFound[]>(
    `select to_jsonb(r) as run, ${detail} as detail,
       (select count(*)::int from (select 1 from provisioning_run r where r.path >= ? and r.path < ? and ${condition} limit ?) counted) as total
     from provisioning_run r where r.path >= ? and r.path < ? and ${condition} order by ${order} limit ?`,
    [lo, hi, countedMax, lo, hi, shownMax],
  );
  const items = rows.map(({ run, detail: words }): AttentionItemType => {
    const target = toRun(toRunViewWithoutTasks(run));
    const { title, finishedAt, startedAt, queuedAt } = target;
    return {
      id: `${kind}-${target.id}`,
      kind,
      title,
      detail: words ?? "",
      since: finishedAt ?? startedAt ?? queuedAt,
      due: null,
      target,
    };
  });
  return { items, count: rows[0]?.total ?? 0 };
}

function failedRuns(context: Context, place: Place): Promise<Queue> {
  return runsWhere(context, place, "FAILED_RUN", failedStates, "r.finished_at desc, r.id", "r.error->'message'");
}

/** The task that waits says what is to be done. */
function waitingRuns(context: Context, place: Place): Promise<Queue> {
  const condition = "r.finished_at is null and r.state = 'WAITING' and r.waiting_for = 'PERSON'";
  const task =
    "(select to_jsonb(t.title) from provisioning_task t where t.run_id = r.id and t.state = 'WAITING' order by t.position limit 1)";
  return runsWhere(context, place, "WAITING_RUN", condition, "r.queued_at, r.id", task);
}

async function expiringReservations(context: Context): Promise<Queue> {
  const reservations = (await myReservations(context)).toSorted(
    (a, b) => a.expiresAt.getTime() - b.expiresAt.getTime(),
  );
  const shown = reservations.slice(0, shownMax);
  const held = await findItems(
    context,
    shown.map(({ itemId }) => itemId),
  );
  const items = shown.flatMap(({ id, itemId, reservedAt, expiresAt }): AttentionItemType[] => {
    const item = held.get(itemId);
    if (item === undefined) return [];
    const target = toItemType(item);
    const detail = item.label === target.maskedIdentifier ? "" : target.maskedIdentifier;
    return [
      {
        id: `EXPIRING_RESERVATION-${id}`,
        kind: "EXPIRING_RESERVATION",
        title: item.label,
        detail,
        since: reservedAt,
        due: expiresAt,
        target,
      },
    ];
  });
  return { items, count: Math.min(reservations.length, countedMax) };
}

/** Stock is a reseller's own: what tiers below hold cannot be sold from here. Only what the reseller has ever kept can run low. */
async function lowStock({ em }: Context, { path }: Place): Promise<Queue> {
  const rows = await em.execute<{ id: string; free: number; threshold: number }[]>(
    `select stock.* from (
       select t.id, t.key, t.low_stock_threshold as threshold,
         (select count(*)::int from (
            select 1 from inventory_item i where i.template_id = t.id and i.path = ? and ${isFreeSql} limit t.low_stock_threshold) counted) as free
       from inventory_template t
       where t.low_stock_threshold > 0 and exists (select 1 from inventory_item i where i.template_id = t.id and i.path = ?)
     ) stock where stock.free < stock.threshold order by stock.free::float / stock.threshold, stock.key collate "C" limit ?`,
    [path, path, countedMax],
  );
  const shown = rows.slice(0, shownMax);
  const templates = await findTemplates(
    { em },
    shown.map(({ id }) => id),
  );
  const items = shown.flatMap(({ id, free, threshold }): AttentionItemType[] => {
    const template = templates.get(id);
    if (template === undefined) return [];
    const target = toTemplate(template);
    return [
      {
        id: `LOW_STOCK-${target.id}`,
        kind: "LOW_STOCK",
        title: template.label,
        detail: `${free} / ${threshold}`,
        since: null,
        due: null,
        target,
      },
    ];
  });
  return { items, count: rows.length };
}

async function connectorsDown(context: Context): Promise<Queue> {
  const down = (await listConnectors(context)).filter(({ health }) => health === "FAILED");
  const items = down.map((connector): AttentionItemType => {
    const { id, title, healthMessage: detail, checkedAt: since } = connector;
    const target = Object.assign(new ConnectorType(), connector);
    return { id: `CONNECTOR_DOWN-${id}`, kind: "CONNECTOR_DOWN", title, detail, since, due: null, target };
  });
  return { items: items.slice(0, shownMax), count: items.length };
}

interface Holding {
  readonly run: unknown;
  readonly labels: string[];
  readonly total: number;
}

/** Items of runs that stopped short of success: nobody can sell them until the run is retried or rolled back (O33). */
async function heldItems({ em }: Context, { lo, hi }: Place): Promise<Queue> {
  const rows = await em.execute<Holding[]>(
    `with held as (
       select i.held_by_run_id as run_id, (array_agg(i.label order by i.label))[1:4] as labels
       from inventory_item i where i.held_by_run_id is not null and i.path >= ? and i.path < ? group by 1
     ), stopped as (
       select r.*, held.labels from held join provisioning_run r on r.id = held.run_id
       where r.state in ('FAILED', 'ROLL_BACK_FAILED', 'CANCELLED') limit ?
     )
     select to_jsonb(stopped) as run, labels, (select count(*)::int from stopped) as total
     from stopped order by finished_at, id limit ?`,
    [lo, hi, countedMax, shownMax],
  );
  const items = rows.map(({ run, labels }): AttentionItemType => {
    const target = toRun(toRunViewWithoutTasks(run));
    const detail = labels.length > 3 ? `${labels.slice(0, 3).join(", ")} …` : labels.join(", ");
    return {
      id: `HELD_ITEMS-${target.id}`,
      kind: "HELD_ITEMS",
      title: target.title,
      detail,
      since: target.finishedAt,
      due: null,
      target,
    };
  });
  return { items, count: rows[0]?.total ?? 0 };
}

/** Of its own customers and of the resellers below that buy from it; the customer is where it is dealt with. */
async function failedInvoices(context: Context, { path }: Place): Promise<Queue> {
  const rows = await context.em.execute<
    { id: string; customer_id: string | null; name: string; next_at: string; total: number }[]
  >(
    `select c.account_id as id, k.id as customer_id, coalesce(k.name, r.name, '') as name, c.next_at,
       count(*) over ()::int as total
     from (select * from invoice_cycle where ${isBuyerSql} and problem is not null limit ${countedMax}) c
       left join customer k on k.path = c.path left join reseller r on r.path = c.path
     order by c.next_at, c.account_id limit ${shownMax}`,
    [path, path, path],
  );
  const ids = rows.flatMap(({ customer_id: id }) => (id === null ? [] : [id]));
  const found = await context.em.find(CustomerEntity, { id: { $in: ids } }, { disableIdentityMap: true });
  const customers = new Map(found.map((row) => [row.id, row]));
  const items = rows.map(({ id, customer_id: customer, name, next_at: since }): AttentionItemType => {
    const row = customer === null ? undefined : customers.get(customer);
    return {
      id: `INVOICE_FAILED-${id}`,
      kind: "INVOICE_FAILED",
      title: name,
      // What the database said of it is for the log: it is in its own words, and may name what nobody here may see.
      detail: say("attention.invoiceFailed"),
      since: context.em.getPlatform().parseDate(since),
      due: null,
      target: row === undefined ? null : toCustomer(row),
    };
  });
  return { items, count: rows[0]?.total ?? 0 };
}
