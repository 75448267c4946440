import { decodeId, newId } from "@tierline/shared/id.ts";
import { allowanceMinutesMax, ratePlansPerResellerMax } from "@tierline/shared/limits.ts";
import type { PlanRoutes } from "@tierline/shared/call-route.ts";
import { formatPercent, formatRate } from "@tierline/shared/rate.ts";
import { decimalOf } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { amountOf } from "../kernel/fee-amount.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import { lockOwnReseller } from "./own-reseller.ts";
import { checkBelowCost } from "./below-cost.ts";
import { planLosses } from "./plan-losses.ts";
import { checkPlanTerms, type PlanTerms, type PlanTermsInput } from "./check-plan.ts";
import { RatePlanEntity, RatePlanVersionEntity, type RatePlanRow, type RatePlanVersionRow } from "./rate.entity.ts";

export interface SavePlanInput extends PlanTermsInput {
  readonly setupFee?: string | null | undefined;
  readonly monthlyFee?: string | null | undefined;
  readonly freeMinutes?: number | null | undefined;
  readonly idempotencyKey: string;
  /** The API's id; without it the plan is a new one. */
  readonly id?: string | null | undefined;
  readonly effectiveFrom?: Date | null | undefined;
  readonly belowCostReason?: string | null | undefined;
}

/**
 * What a plan says from a time on; calls before it are priced as they were. A plan that already says the same gets no further
 * version, and nothing is told of it. Answers the plan's UUID.
 * @throws AccessError NOT_FOUND; Rejection with every wrong field
 */
export function savePlan(context: Context, input: SavePlanInput): Promise<string> {
  return once(context, "ratePlan.save", input.idempotencyKey, input, (tx) => save(tx, input));
}

async function save(tx: Transaction, input: SavePlanInput): Promise<string> {
  const reseller = await lockOwnReseller(tx);
  const { path } = reseller;
  const before = input.id == null ? null : await ownPlan(tx, input.id);
  const refusals = new Refusals();
  const terms = {
    ...checkPlanTerms(refusals, input),
    ...checkFees(refusals, input, reseller),
    freeMinutes: checkMinutes(refusals, input),
  };
  await checkPlace(tx, refusals, { path, before, name: terms.name });
  const last = before === null ? null : await lastVersion(tx, before.id);
  const effectiveFrom = checkTime(tx, refusals, input.effectiveFrom ?? null, last);
  const isNewVersion = last === null || saysOtherwise(last, terms);
  const losses =
    isNewVersion && refusals.isEmpty
      ? await planLosses(tx, reseller, { ...terms, id: before?.id ?? null }, effectiveFrom)
      : [];
  const reason = checkBelowCost(tx, refusals, losses, input.belowCostReason ?? null);
  refusals.settle();
  const plan = before ?? (await insertPlan(tx, reseller, terms.name));
  if (before !== null && before.name !== terms.name) {
    await tx.em.nativeUpdate(RatePlanEntity, { id: plan.id }, { name: terms.name, version: before.version + 1 });
  }
  if (isNewVersion) await insertVersion(tx, plan, terms, effectiveFrom);
  const changes = changesBetween(last === null ? {} : { name: before?.name, ...inWords(last) }, {
    name: terms.name,
    ...inWords(terms),
    ...(isNewVersion && { effectiveFrom, ...(reason !== null && { belowCostReason: reason }) }),
  });
  if (changes.length === 0) return plan.id;
  await recordAudit(tx, {
    operation: "ratePlan.save",
    subjectKind: "ratePlan",
    subjectId: plan.id,
    subject: terms.name,
    changes,
    path,
  });
  return plan.id;
}

/** Of the viewer's own reseller. @throws AccessError NOT_FOUND */
export async function ownPlan(tx: Transaction, apiId: string): Promise<RatePlanRow> {
  const id = decodeId("rpl", apiId);
  const path = resellerPathOf(tx.viewer.path);
  const row = id === null ? null : await tx.em.findOne(RatePlanEntity, { id, path }, { disableIdentityMap: true });
  if (row === null) throw notFound();
  return row;
}

interface LineTerms extends PlanFees {
  readonly freeMinutes: number | null;
}

interface PlanFees {
  readonly currency: string;
  readonly setupFeeMicros: bigint | null;
  readonly monthlyFeeMicros: bigint | null;
}

function checkFees(refusals: Refusals, input: SavePlanInput, reseller: ResellerRow): PlanFees {
  const micros = (field: "setupFee" | "monthlyFee") =>
    amountOf(refusals, input[field] ?? "0", reseller, field)?.micros || null;
  return { currency: reseller.currency, setupFeeMicros: micros("setupFee"), monthlyFeeMicros: micros("monthlyFee") };
}

function checkMinutes(refusals: Refusals, { freeMinutes = null }: SavePlanInput): number | null {
  if (freeMinutes === null || freeMinutes === 0) return null;
  if (freeMinutes < 0 || freeMinutes > allowanceMinutesMax)
    refusals.add("INVALID", say("rate.freeMinutes", { max: allowanceMinutesMax }), "freeMinutes");
  return freeMinutes;
}

interface Place {
  readonly path: string;
  readonly before: RatePlanRow | null;
  readonly name: string;
}

async function checkPlace(tx: Transaction, refusals: Refusals, { path, before, name }: Place): Promise<void> {
  const isText = !name.includes("\0") && name.isWellFormed(); // PostgreSQL knows no other
  const same = isText ? await tx.em.findOne(RatePlanEntity, { path, name }, { disableIdentityMap: true }) : null;
  if (same !== null && same.id !== before?.id) refusals.add("TAKEN", say("rate.planTaken", { name }), "name");
  if (before !== null || (await tx.em.count(RatePlanEntity, { path })) < ratePlansPerResellerMax) return;
  refusals.add("LIMIT_EXCEEDED", say("rate.tooManyPlans", { max: ratePlansPerResellerMax }));
}

function checkTime(tx: Transaction, refusals: Refusals, asked: Date | null, last: RatePlanVersionRow | null): Date {
  const now = tx.clock.now();
  if (asked !== null && asked < now) refusals.add("INVALID", say("rate.past"), "effectiveFrom");
  const earliest = last === null || last.effectiveFrom < now ? now : last.effectiveFrom;
  if (asked !== null && asked >= now && asked < earliest)
    refusals.add("INVALID", say("rate.beforeNewest"), "effectiveFrom");
  return asked ?? earliest;
}

async function lastVersion({ em }: Transaction, plan: string): Promise<RatePlanVersionRow | null> {
  const orderBy = { effectiveFrom: "desc", id: "desc" } as const;
  const [row] = await em.find(RatePlanVersionEntity, { plan }, { disableIdentityMap: true, orderBy, limit: 1 });
  return row ?? null;
}

async function insertPlan(tx: Transaction, { id: reseller, path }: ResellerRow, name: string): Promise<RatePlanRow> {
  const createdAt = tx.clock.now();
  const row = { id: newId(createdAt.getTime()), path, reseller, name, createdAt, version: 1 };
  await tx.em.insert(RatePlanEntity, row);
  return row;
}

async function insertVersion(
  tx: Transaction,
  plan: RatePlanRow,
  terms: PlanTerms & LineTerms,
  effectiveFrom: Date,
): Promise<void> {
  const { name: _name, ...facts } = terms;
  const createdAt = tx.clock.now();
  await tx.em.insert(RatePlanVersionEntity, {
    ...facts,
    id: newId(createdAt.getTime()),
    path: plan.path,
    plan: plan.id,
    effectiveFrom,
    createdAt,
    createdBy: tx.viewer.name,
  });
}

type Facts = Pick<PlanTerms, "markupFixed" | "markupPercent" | "overrides" | keyof PlanRoutes> & {
  readonly cadence?: string | null | undefined;
  readonly exchangeRate?: string | null | undefined;
  readonly currency?: string | null | undefined;
  readonly setupFeeMicros?: bigint | string | null | undefined;
  readonly monthlyFeeMicros?: bigint | string | null | undefined;
  readonly freeMinutes?: number | null | undefined;
};

function inWords({ markupFixed, markupPercent, cadence, exchangeRate, overrides, ...others }: Facts) {
  const fee = (micros: bigint | string | null | undefined) =>
    micros == null || others.currency == null
      ? null
      : `${decimalOf({ micros: BigInt(micros), currency: others.currency })} ${others.currency}`;
  return {
    markupFixed: formatRate(BigInt(markupFixed)),
    markupPercent: formatPercent(BigInt(markupPercent)),
    cadence: cadence ?? null,
    exchangeRate: exchangeRate ?? null,
    overrides: overrides.map(({ scope, target, ratePerMinute }) => `${scope} ${target} ${ratePerMinute}`),
    internationalRoute: others.internationalRoute,
    canadaRoute: others.canadaRoute,
    setupFee: fee(others.setupFeeMicros),
    monthlyFee: fee(others.monthlyFeeMicros),
    freeMinutes: others.freeMinutes ?? null,
  };
}

function saysOtherwise(last: RatePlanVersionRow, terms: PlanTerms & LineTerms): boolean {
  return changesBetween(inWords(last), inWords(terms)).length > 0;
}
