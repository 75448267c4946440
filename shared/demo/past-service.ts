import { z } from "zod";
import { addDays, addMonths, dateInZone } from "../billing-period.ts";
import type * as Demo from "./model.ts";
import { renewsOf } from "./past-order.ts";
import { demoPlaybook } from "./playbooks.ts";
import { demoId, seededRandom, seedOf } from "./random.ts";
import { found, type Ground, type Scene } from "./scene.ts";

export interface PastServiceInput {
  readonly scene: Scene;
  readonly ground: Ground;
  /** In order of time; the first ones made the service. */
  readonly orders: readonly Demo.DemoOrder[];
  readonly runs: readonly Demo.DemoRun[];
  readonly now: Date;
}

const balanceAgeMs = 4 * 60_000;

/** The service as it is today. */
export function pastService(input: PastServiceInput): Demo.DemoService {
  const { scene, orders, runs, now } = input;
  const { row, customer, offering, reseller } = scene;
  const [firstOrder, ...addonOrders] = orders;
  const [firstRun] = runs;
  if (firstOrder === undefined || firstRun === undefined)
    throw new RangeError(`Service ${row.number} was never ordered.`);
  const startsOn = startOf(firstRun, reseller.timeZone);
  const autoRenew = row.endedDaysAgo === null && renewsOf(offering, customer);
  const balances = startsOn === null || row.state === "TERMINATED" ? [] : balancesOf(input);
  return {
    id: scene.serviceId,
    resellerId: reseller.id,
    customerId: customer.id,
    offeringId: offering.id,
    path: customer.path,
    number: row.number,
    name: scene.name,
    serviceType: offering.serviceType,
    state: row.state,
    suspensionReasons: row.suspensionReasons,
    startsOn,
    endsOn: startsOn === null || autoRenew ? null : endOf(startsOn, input),
    recurring: firstOrder.recurring,
    currency: reseller.currency,
    autoRenew,
    siteId: scene.site?.id ?? null,
    account: scene.account,
    simultaneousCalls: offering.simultaneousCalls,
    parameters: {},
    balances,
    balancesAt: balances.length === 0 ? null : new Date(now.getTime() - balanceAgeMs),
    currentRunId: row.state === "PENDING" || row.state === "PENDING_FAILED" ? firstRun.id : null,
    orderId: firstOrder.id,
    createdAt: firstOrder.placedAt,
    addons: addonOrders.map(({ id, offeringId, runId, placedAt }) => ({
      id: demoId(`addon:${id}`),
      offeringId,
      orderId: id,
      runId,
      addedAt: placedAt,
    })),
  };
}

/** The day on which its run succeeded; null when it did not. */
function startOf({ state, finishedAt }: Demo.DemoRun, zone: string): string | null {
  const hasSucceeded = state === "SUCCEEDED" || state === "SUCCEEDED_WITH_WARNINGS";
  return hasSucceeded && finishedAt !== null ? dateInZone(finishedAt, zone) : null;
}

function endOf(startsOn: string, { scene: { row, offering, reseller }, now }: PastServiceInput): string {
  if (row.endedDaysAgo === null) return addMonths(startsOn, offering.contractTermMonths);
  return addDays(dateInZone(now, reseller.timeZone), -row.endedDaysAgo);
}

/** What is left of the plan's data, and all of what was bought besides. */
function balancesOf({ scene: { account }, ground, orders }: PastServiceInput): Demo.DemoBalance[] {
  const [ofPlan = 0, ...ofAddons] = orders.map((order) => dataGbOf(found(ground.offerings, order.offeringId)));
  if (ofPlan === 0) return [];
  const share = 0.15 + 0.8 * seededRandom(seedOf(account))();
  const left = ofPlan * share + ofAddons.reduce((sum, bought) => sum + bought, 0);
  return [{ kind: "data", label: "Data", amount: String(Math.round(left * 10) / 10), unit: "GB" }];
}

const topUp = z.object({ amount: z.number() });
const newAccount = z.object({ allowances: z.tuple([topUp]) });

/** What the playbook's charging task puts on the account. */
function dataGbOf({ playbookKey }: Demo.DemoOffering): number {
  for (const { input } of demoPlaybook(playbookKey).document.tasks) {
    const added = topUp.safeParse(input).data ?? newAccount.safeParse(input).data?.allowances[0];
    if (added !== undefined) return added.amount;
  }
  return 0;
}
