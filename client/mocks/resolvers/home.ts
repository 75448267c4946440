import type { Words } from "@tierline/shared/sentence.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { addDays, dateInZone } from "@tierline/shared/billing-period.ts";
import type * as Demo from "@tierline/shared/demo/model.ts";
import { median, toTenths } from "@tierline/shared/figures.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { maskIdentifier } from "@tierline/shared/identifier.ts";
import { isAvailable } from "@tierline/shared/inventory-item-state.ts";
import { isFinished } from "@tierline/shared/run-state.ts";
import { numberIn, sharesOf } from "@tierline/shared/search-shares.ts";
import type { AttentionKind, HomeMetric, QuerySearchArgs } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { byText, mentions, newestFirst, pageOf } from "../paging.ts";
import {
  may,
  needed,
  reservationsOf,
  resellerOf,
  rowOf,
  type Run,
  seen,
  seenFromBelow,
  signedIn,
  type World,
} from "../world.ts";
import { offeredAt, stockAt } from "./catalog.ts";
import { foundCustomers } from "./customers.ts";

/** So many of one kind at most. */
const perKindMax = 10;
const dayCount = 14;

/** The rows of each day of the viewer's calendar, by the moment that counts. */
function byDay<Row>(rows: readonly Row[], at: (row: Row) => Date | null, timeZone: string): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => {
    const moment = at(row);
    return moment === null ? "" : dateInZone(moment, timeZone);
  });
}

const isDone = ({ state }: Run): boolean => state === "SUCCEEDED" || state === "SUCCEEDED_WITH_WARNINGS";

function metrics(world: World, runs: readonly Run[]) {
  const { timeZone } = resellerOf(world, signedIn(world));
  const today = dateInZone(new Date(), timeZone);
  const days = Array.from({ length: dayCount }, (_, index) => addDays(today, index + 1 - dayCount));
  const ended = byDay(runs, ({ finishedAt }) => finishedAt, timeZone);
  const created = byDay(seen(world, world.customers), ({ createdAt }) => createdAt, timeZone);
  const metricOf = (key: HomeMetric, valueOn: (day: string) => number) => {
    const values = days.map(valueOn);
    const usual = toTenths(median(values.slice(0, -1)));
    return { key, values: values.map(toTenths), today: toTenths(values.at(-1) ?? 0), usual };
  };
  const endedOn = (day: string): readonly Run[] => ended.get(day) ?? [];
  const activatedOn = (day: string) => endedOn(day).filter((run) => run.kind === "PROVISION" && isDone(run));
  return [
    metricOf("SERVICES_ACTIVATED", (day) => activatedOn(day).length),
    metricOf("RUNS_RIGHT_FIRST_TIME", (day) => percentRight(endedOn(day))),
    metricOf("TIME_TO_ACTIVE_SECONDS", (day) => median(activatedOn(day).map(seconds))),
    metricOf("NEW_CUSTOMERS", (day) => created.get(day)?.length ?? 0),
    metricOf("SERVICES_SUSPENDED", () => 0),
  ];
}

function percentRight(runs: readonly Run[]): number {
  const counted = runs.filter(({ state }) => state !== "CANCELLED");
  const right = counted.filter((run) => isDone(run) && run.retriesUsed === 0);
  return counted.length === 0 ? 100 : (100 * right.length) / counted.length;
}

function seconds({ queuedAt, finishedAt }: Run): number {
  return ((finishedAt ?? queuedAt).getTime() - queuedAt.getTime()) / 1_000;
}

/** All that needs attention, the most urgent kind first. */
function attention(world: World, runs: readonly Run[]) {
  const failed = runs.filter(({ state }) => state === "FAILED");
  const held = Map.groupBy(seen(world, world.items.values()), ({ heldByRunId }) => heldByRunId);
  return [
    ...expiring(world),
    ...newestFirst(failed, endOf).map((run) => ofRun("FAILED_RUN", run, run.error?.message ?? "")),
    ...runs
      .filter(({ state }) => state === "WAITING")
      .map((run) => ofRun("WAITING_RUN", run, run.tasks.find(({ state }) => state === "WAITING")?.title ?? "")),
    ...signUps(world),
    ...newestFirst(failed, endOf)
      .toReversed()
      .flatMap((run) => {
        const labels = (held.get(run.id) ?? []).map(({ label }) => label).toSorted();
        return labels.length === 0 ? [] : [ofRun("HELD_ITEMS", run, shortList(labels))];
      }),
    ...lowStock(world),
  ];
}

/** Who signed up and waits, the longest first. */
function signUps(world: World) {
  if (!may(world, "customer.activate")) return [];
  return seen(world, world.customers)
    .filter(({ state }) => state === "WAITING")
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((customer) => ({
      id: `SIGN_UP-${encodeId("cus", customer.id)}`,
      kind: "SIGN_UP" as const,
      title: customer.name,
      detail: customer.email ?? "",
      since: customer.createdAt,
      due: null,
      target: { ...customer, __typename: "Customer" },
    }));
}

const endOf = ({ finishedAt, startedAt, queuedAt }: Run): Date => finishedAt ?? startedAt ?? queuedAt;

function shortList(labels: readonly string[]): string {
  return labels.length > 3 ? `${labels.slice(0, 3).join(", ")} …` : labels.join(", ");
}

function ofRun(kind: AttentionKind, run: Run, detail: Words) {
  const target = { ...run, __typename: "ProvisioningRun" };
  return {
    id: `${kind}-${encodeId("run", run.id)}`,
    kind,
    title: run.title,
    detail,
    since: endOf(run),
    due: null,
    target,
  };
}

function expiring(world: World) {
  return reservationsOf(world).flatMap(({ id, itemId, reservedAt, expiresAt }) => {
    const item = world.items.get(itemId);
    if (item === undefined) return [];
    const shown = maskIdentifier(item.identifierKind, item.identifier);
    const kind = "EXPIRING_RESERVATION" as const;
    const detail = shown === item.label ? "" : shown;
    const target = { ...item, __typename: "InventoryItem" };
    return [{ id: `${kind}-${id}`, kind, title: item.label, detail, since: reservedAt, due: expiresAt, target }];
  });
}

/** Only what the viewer's reseller has ever kept can run low; the emptiest first. */
function lowStock(world: World) {
  const low = seenFromBelow(world, world.templates).flatMap((template) => {
    const stock = stockAt(world, template.id, signedIn(world).path);
    const free = stock.filter(({ state }) => isAvailable(state)).length;
    return stock.length > 0 && free < template.lowStockThreshold ? [{ template, free }] : [];
  });
  const sorted = byText(low, ({ template }) => template.key).toSorted(
    (a, b) => a.free / a.template.lowStockThreshold - b.free / b.template.lowStockThreshold,
  );
  return sorted.map(({ template, free }) => ({
    id: `LOW_STOCK-${encodeId("tpl", template.id)}`,
    kind: "LOW_STOCK" as const,
    title: template.label,
    detail: `${free} / ${template.lowStockThreshold}`,
    since: null,
    due: null,
    target: { ...template, __typename: "InventoryTemplate" },
  }));
}

function hit(__typename: string, node: object, title: Words, detail: Words, matched: string | null = null) {
  return { title, detail, matched, node: { ...node, __typename } };
}

/** By their number, by the items on them and by their customers, in this order. */
function serviceHits(
  world: World,
  number: number | null,
  customers: readonly Demo.DemoCustomer[],
  items: readonly Demo.DemoItem[],
) {
  const customerIds = new Set(customers.map(({ id }) => id));
  const serviceIds = new Set(items.map(({ serviceId }) => serviceId));
  const ways: readonly ((service: Demo.DemoService) => boolean)[] = [
    (service) => service.number === number,
    ({ id }) => serviceIds.has(id),
    ({ customerId }) => customerIds.has(customerId),
  ];
  const rankOf = (service: Demo.DemoService) => ways.findIndex((isFound) => isFound(service));
  return byText(seen(world, world.services.values()), ({ id }) => id)
    .toReversed()
    .filter((service) => rankOf(service) >= 0)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || Number(b.state === "ACTIVE") - Number(a.state === "ACTIVE"))
    .map((service) => {
      const customer = needed(rowOf(world.customers, service.customerId));
      const matched = service.number === number ? `#${service.number}` : null;
      return hit("Service", service, service.name, labelOf(customer), matched);
    });
}

function itemHit(item: Demo.DemoItem) {
  const shown = maskIdentifier(item.identifierKind, item.identifier);
  return hit("InventoryItem", item, item.label, shown === item.label ? (item.location ?? "") : shown);
}

/** Customers, services, items, runs and offerings, each kind with its fair share. */
function search(_: unknown, { text, first }: QuerySearchArgs, world: World) {
  const wanted = text.trim();
  if (wanted === "") return pageOf([], { first });
  const number = numberIn(wanted);
  const customers = foundCustomers(world, wanted);
  const items = seen(world, world.items.values()).filter(({ label, identifier }) =>
    mentions(wanted, label, identifier),
  );
  const kinds = [
    customers.map((customer) => hit("Customer", customer, labelOf(customer), customer.email ?? customer.phone ?? "")),
    serviceHits(world, number, customers, items),
    items.map(itemHit),
    seen(world, world.runs.values())
      .filter((run) => run.number === number)
      .map((run) => hit("ProvisioningRun", run, run.title, `#${run.number}`)),
    offeredAt(world, signedIn(world).path)
      .filter(({ name, description, slug }) => mentions(wanted, name, description, slug))
      .map((offering) => hit("Offering", offering, offering.name, offering.slug)),
  ].map((hits) => hits.slice(0, perKindMax));
  const shares = sharesOf(
    kinds.map(({ length }) => length),
    first,
  );
  return pageOf(
    kinds.flatMap((hits, index) => hits.slice(0, shares[index])),
    { first },
  );
}

export const home = {
  Query: fieldsOf<unknown>({
    homeSummary(_, __, world) {
      const runs = seen(world, world.runs.values());
      const waiting = attention(world, runs);
      return {
        attention: waiting,
        attentionCount: waiting.length,
        metrics: metrics(world, runs),
        failedRuns: runs.filter(({ state }) => state === "FAILED").length,
        runningRuns: runs.filter(({ state }) => !isFinished(state)).length,
        billing: { chargesLeft: 0, chargesSince: null, invoicesLeft: 0 },
      };
    },
    search,
  }),
};
