import { rendered } from "@tierline/shared/render-sentence.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import { dateInZone } from "@tierline/shared/billing-period.ts";
import type * as Demo from "@tierline/shared/demo/model.ts";
import { formatIdentifier } from "@tierline/shared/identifier.ts";
import { isFinished } from "@tierline/shared/run-state.ts";
import type { AttentionKind, HomeMetric, QuerySearchArgs } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { mentions, pageOf } from "../paging.ts";
import { resellerOf, type Run, seen, seenFromBelow, signedIn, type World } from "../world.ts";
import { availableOf } from "./catalog.ts";
import { findsCustomer, labelOf } from "./customers.ts";
import { findsService } from "./services.ts";

const dayMs = 86_400_000;
const dayCount = 14;

/** What was counted on each of the last 14 days, with today's figure and the mean of the days before. */
function metricOf(key: HomeMetric, values: readonly number[]) {
  const before = values.slice(0, -1);
  const usual = before.reduce((sum, value) => sum + value, 0) / before.length;
  return { key, values: values.map(String), today: String(values.at(-1) ?? 0), usual: usual.toFixed(1) };
}

function metrics(world: World, runs: readonly Run[]) {
  const { timeZone } = resellerOf(world, signedIn(world));
  const dayOf = (at: Date): string => dateInZone(at, timeZone);
  const days = Array.from({ length: dayCount }, (_, index) =>
    dayOf(new Date(Date.now() - (dayCount - 1 - index) * dayMs)),
  );
  const onDay = <T>(rows: readonly T[], at: (row: T) => Date | null, day: string) =>
    rows.filter((row) => {
      const moment = at(row);
      return moment !== null && dayOf(moment) === day;
    });
  const done = runs.filter(({ state }) => state === "SUCCEEDED" || state === "SUCCEEDED_WITH_WARNINGS");
  const made = done.filter(({ kind }) => kind === "PROVISION");
  const seconds = (run: Run | undefined): number =>
    run === undefined ? 0 : ((run.finishedAt ?? run.queuedAt).getTime() - run.queuedAt.getTime()) / 1_000;
  const finishedOn = (rows: readonly Run[], day: string) => onDay(rows, ({ finishedAt }) => finishedAt, day);
  const perDay = (count: (day: string) => number) => days.map(count);
  return [
    metricOf(
      "SERVICES_ACTIVATED",
      perDay((day) => finishedOn(made, day).length),
    ),
    metricOf(
      "RUNS_RIGHT_FIRST_TIME",
      perDay((day) => percent(finishedOn(done, day).length, finishedOn(runs, day).length)),
    ),
    metricOf(
      "TIME_TO_ACTIVE_SECONDS",
      perDay((day) => Math.round(seconds(finishedOn(made, day)[0]))),
    ),
    metricOf(
      "NEW_CUSTOMERS",
      perDay((day) => onDay(seen(world, world.customers), ({ createdAt }) => createdAt, day).length),
    ),
    metricOf(
      "SERVICES_SUSPENDED",
      perDay(() => 0),
    ),
  ];
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.round((100 * part) / whole);
}

function attention(world: World, runs: readonly Run[]) {
  const ofRun = (kind: AttentionKind, run: Run, detail: Words) => ({
    id: `${kind}-${run.id}`,
    kind,
    title: run.title,
    detail,
    since: run.finishedAt ?? run.startedAt ?? run.queuedAt,
    due: null,
    target: { ...run, __typename: "ProvisioningRun" },
  });
  const failed = runs.filter(({ state }) => state === "FAILED");
  const waiting = runs.filter(({ state }) => state === "WAITING");
  const low = seenFromBelow(world, world.templates).flatMap((template) => {
    const available = availableOf(world, template.id);
    return available < template.lowStockThreshold ? [{ template, available }] : [];
  });
  return [
    ...failed.map((run) => ofRun("FAILED_RUN", run, run.error?.message ?? "")),
    ...waiting.map((run) => ofRun("WAITING_RUN", run, run.tasks.find(({ state }) => state === "WAITING")?.title ?? "")),
    ...low.map(({ template, available }) => ({
      id: `LOW_STOCK-${template.id}`,
      kind: "LOW_STOCK" as const,
      title: template.label,
      detail: `${available} / ${template.lowStockThreshold}`,
      since: null,
      due: null,
      target: { ...template, __typename: "InventoryTemplate" },
    })),
  ];
}

function hit(__typename: string, node: object, title: Words, detail: Words) {
  return { title, detail, matched: null, node: { ...node, __typename } };
}

function search(_: unknown, { text, first }: QuerySearchArgs, world: World) {
  const itemHit = (item: Demo.DemoItem) =>
    hit("InventoryItem", item, item.label, formatIdentifier(item.identifierKind, item.identifier));
  const hits = [
    ...seen(world, world.customers)
      .filter((customer) => findsCustomer(text, customer))
      .map((customer) => hit("Customer", customer, labelOf(customer), customer.email ?? "")),
    ...seen(world, world.services.values())
      .filter((service) => findsService(world, text, service))
      .map((service) => hit("Service", service, service.name, String(service.number))),
    ...seen(world, world.items.values())
      .filter(({ label, identifier }) => mentions(text, label, identifier))
      .map(itemHit),
    ...seen(world, world.runs.values())
      .filter(({ title, number }) => mentions(text, rendered(title, "en"), String(number)))
      .map((run) => hit("ProvisioningRun", run, run.title, String(run.number))),
    ...seenFromBelow(world, world.offerings)
      .filter(({ name }) => mentions(text, name))
      .map((offering) => hit("Offering", offering, offering.name, offering.description)),
  ];
  return pageOf(text.trim() === "" ? [] : hits, { first });
}

export const home = {
  Query: fieldsOf<unknown>({
    homeSummary(_, __, world) {
      const runs = seen(world, world.runs.values());
      const waiting = attention(world, runs);
      return {
        attention: waiting.slice(0, 10),
        attentionCount: waiting.length,
        metrics: metrics(world, runs),
        failedRuns: runs.filter(({ state }) => state === "FAILED").length,
        runningRuns: runs.filter(({ state }) => !isFinished(state)).length,
      };
    },
    search,
  }),
};
