import {
  beyond,
  isRaised,
  ordinaryLimits,
  parallelCallsMax,
  raiseDelayMinutes,
  stricterOf,
  type CallLimitName,
  type CallLimits,
} from "@tierline/shared/call-guard.ts";
import { callSecondsMax } from "@tierline/shared/limits.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { decimalOf, money, tryParseMoney } from "@tierline/shared/money.ts";
import { formatRate, parseRate } from "@tierline/shared/rate.ts";
import type { DestinationClass } from "@tierline/shared/destination-class.ts";
import { say } from "@tierline/shared/sentence.ts";
import { ancestorsOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { inTier, transaction, type Context, type Transaction } from "../kernel/context.ts";
import { requireFreshProof } from "../kernel/fresh-proof.ts";
import { mapped } from "../kernel/mapped.ts";
import { invariant, notFound, Refusals } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { ServiceEntity } from "../services/service.entity.ts";
import { CallGuardEntity, type CallGuardRow, type GuardSetter } from "./live-call.entity.ts";

/** Whose: a customer's, one of its lines', a reseller's right below, or without an id one's own. */
export interface GuardPlace {
  /** The API's. */
  readonly id?: string | null | undefined;
}

export interface CallGuard {
  readonly setter: GuardSetter;
  readonly currency: string;
  readonly limits: CallLimits;
  /** What was raised and does not count yet. */
  readonly next: { readonly limits: CallLimits; readonly effectiveFrom: Date } | null;
  /** What those above let at most. */
  readonly bound: CallLimits;
}

interface Place {
  readonly path: string;
  /** A line of the customer's who is there; null: all of it. */
  readonly line: string | null;
  readonly setter: GuardSetter;
  readonly currency: string;
  readonly subjectKind: "customer" | "reseller" | "service";
  readonly subjectId: string;
  readonly subject: string;
}

/** @throws AccessError NOT_FOUND for whom the viewer does not sell to */
export async function readCallGuard(context: Context, asked: GuardPlace): Promise<CallGuard> {
  return guardAt(context, await placeOf(context, asked));
}

export interface SetCallGuardInput extends GuardPlace {
  readonly openClasses: readonly DestinationClass[];
  readonly parallelCalls?: number | null | undefined;
  readonly callsPerMinute?: number | null | undefined;
  readonly longestSeconds?: number | null | undefined;
  /** Decimals of the account's currency. */
  readonly dearestRate?: string | null | undefined;
  readonly dailySpend?: string | null | undefined;
  readonly monthlySpend?: string | null | undefined;
}

/**
 * All of the limits, whatever they were. What is stricter counts at once; what lets more wants a fresh proof, counts a quarter of an
 * hour later, and is told to the tier above (D16). The same again changes nothing.
 * @throws AccessError NOT_FOUND, STEP_UP_REQUIRED; Rejection INVALID, also for what those above do not let
 */
export function setCallGuard(context: Context, input: SetCallGuardInput): Promise<CallGuard> {
  return transaction(context, async (tx) => {
    const place = await placeOf(tx, input);
    await tx.em.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [
      `call guard of ${place.line ?? place.path}`,
    ]);
    const before = await guardAt(tx, place);
    const refusals = new Refusals();
    const limits = limitsOf(refusals, input, place.currency);
    if (place.line !== null && limits.parallelCalls !== null) {
      refusals.add("INVALID", say("guard.callsOfLine"), "parallelCalls");
    }
    refuseBeyond(refusals, limits, before.bound, place.currency);
    refusals.settle();
    const wanted = before.next?.limits ?? before.limits;
    if (isSame(limits, wanted)) return before;
    const now = tx.clock.now();
    const raised = isRaised(limits, before.limits);
    if (raised) requireFreshProof(tx);
    // Also when something else of it is raised: what is stricter waits for nobody.
    await insert(tx, place, raised ? stricterOf(limits, before.limits) : limits, now);
    if (raised) await insert(tx, place, limits, new Date(now.getTime() + raiseDelayMinutes * 60_000));
    const { path, subjectKind, subjectId, subject, currency } = place;
    const changes = changesBetween(inWords(wanted, currency), inWords(limits, currency));
    await recordAudit(tx, { operation: "call.guard", subjectKind, subjectId, subject, changes, path });
    return guardAt(tx, place);
  });
}

async function placeOf(context: Context, { id: apiId }: GuardPlace): Promise<Place> {
  const { em, viewer } = context;
  const own = resellerPathOf(viewer.path);
  const customerId = apiId == null ? null : decodeId("cus", apiId);
  if (customerId !== null) {
    const customer = await em.findOne(CustomerEntity, { id: customerId }, { disableIdentityMap: true });
    // Who works for one below does so in its place.
    if (customer === null || resellerPathOf(customer.path) !== own) throw notFound();
    const facts = { subjectKind: "customer", subjectId: customer.id, subject: labelOf(customer) } as const;
    const currency = await currencyAt(context, customer.path);
    return { path: customer.path, line: null, setter: "SELLER", currency, ...facts };
  }
  const lineId = apiId == null ? null : decodeId("svc", apiId);
  if (lineId !== null) {
    const line = await em.findOne(ServiceEntity, { id: lineId }, { disableIdentityMap: true });
    if (line === null || resellerPathOf(line.path) !== own) throw notFound();
    const facts = { subjectKind: "service", subjectId: line.id, subject: line.name } as const;
    return {
      path: line.path,
      line: line.id,
      setter: "SELLER",
      currency: await currencyAt(context, line.path),
      ...facts,
    };
  }
  const id = apiId == null ? null : decodeId("rsl", apiId);
  if (apiId != null && id === null) throw notFound();
  const where = id === null ? { path: own } : { id };
  const reseller: ResellerRow | null = await em.findOne(ResellerEntity, where, { disableIdentityMap: true });
  if (reseller === null) throw notFound();
  const isOwn = reseller.path === own;
  if (!isOwn && ancestorsOf(reseller.path).at(-2) !== own) throw notFound();
  const facts = { subjectKind: "reseller", subjectId: reseller.id, subject: reseller.name } as const;
  const currency = await currencyAt(context, reseller.path);
  return { path: reseller.path, line: null, setter: isOwn ? "OWN" : "SELLER", currency, ...facts };
}

/** Of what is paid for calls there: the seller's, of the root its own. */
async function currencyAt(context: Context, path: string): Promise<string> {
  const { em } = inTier(context, rootPath);
  const [row] = await em.execute<{ currency: string }[]>(
    `select coalesce((select currency from ledger_account where path = ? and kind = 'BILLING'),
       (select currency from reseller where path = ?)) as currency`,
    [path, path],
  );
  invariant(row !== undefined, "whoever buys has an account");
  return row.currency;
}

async function guardAt(context: Context, place: Place): Promise<CallGuard> {
  const { path, line, setter, currency } = place;
  const now = context.clock.now();
  const rows = await context.em.execute<object[]>(
    `select * from call_guard where path = ? and setter = ? and service_id is not distinct from ?::uuid
     order by effective_from desc, created_at desc, id desc limit 20`,
    [path, setter, line],
  );
  const versions = mapped(context.em, CallGuardEntity, rows);
  const inForce = versions.find(({ effectiveFrom }) => effectiveFrom <= now);
  // A later change took the place of what was to come.
  const [newest] = versions;
  const isToCome =
    newest !== undefined && newest.effectiveFrom > now && newest.createdAt >= (inForce?.createdAt ?? now);
  const bound = await boundAt(context, place, now);
  return {
    setter,
    currency,
    limits: inForce === undefined ? await undecided(context, place, bound, now) : limitsOfRow(inForce),
    next: isToCome ? { limits: limitsOfRow(newest), effectiveFrom: newest.effectiveFrom } : null,
    bound,
  };
}

/** Where nobody has decided anything: a line may what its customer may, a reseller what it was given. */
async function undecided(
  context: Context,
  { path, line, setter }: Place,
  bound: CallLimits,
  now: Date,
): Promise<CallLimits> {
  if (line !== null) return { ...ordinaryLimits, openClasses: bound.openClasses };
  if (setter === "OWN" && path !== rootPath) return { ...ordinaryLimits, ...(await givenAt(context, path, now)) };
  return ordinaryLimits;
}

interface Effective {
  readonly open_classes: DestinationClass[];
  readonly parallel_calls: number | null;
  readonly calls_per_minute: number | null;
  readonly longest_seconds: number | null;
  readonly dearest_rate: string | null;
  readonly daily_micros: string | null;
  readonly monthly_micros: string | null;
}

/** Who has decided nothing for itself lets what its seller does. */
async function givenAt(context: Context, path: string, now: Date): Promise<Pick<CallLimits, "openClasses">> {
  const [row] = await context.em.execute<{ open_classes: DestinationClass[] }[]>(
    `select open_classes from call_guard where path = ? and setter = 'SELLER' and effective_from <= ?
     order by effective_from desc, created_at desc, id desc limit 1`,
    [path, now],
  );
  return { openClasses: row?.open_classes ?? ordinaryLimits.openClasses };
}

const everything: CallLimits = {
  ...ordinaryLimits,
  openClasses: ["DOMESTIC", "EU", "WORLD", "PREMIUM", "SATELLITE", "HIGH_RISK"],
};

/** By those above, and for one's own by one's seller. Amounts of another currency are kept there and compared with nothing. */
async function boundAt(context: Context, { path, line, setter, currency }: Place, now: Date): Promise<CallLimits> {
  const above = ancestorsOf(path).filter((each) => line !== null || each !== path);
  const { em } = inTier(context, rootPath);
  const rows = await em.execute<(Effective & { currency: string })[]>(
    `select g.*, coalesce((select currency from ledger_account a where a.path = u.path and a.kind = 'BILLING'), ?) as currency
     from unnest(string_to_array(?, ' ')) as u(path), guard_of(u.path, ?) g`,
    [currency, above.join(" "), now],
  );
  const given =
    setter === "OWN" && path !== rootPath
      ? mapped(
          em,
          CallGuardEntity,
          await em.execute<object[]>(
            `select * from call_guard where path = ? and setter = 'SELLER' and effective_from <= ?
             order by effective_from desc, created_at desc, id desc limit 1`,
            [path, now],
          ),
        ).map(limitsOfRow)
      : [];
  const ordinaryGiven = setter === "OWN" && path !== rootPath && given.length === 0 ? [ordinaryLimits] : given;
  const all = rows.map(({ currency: theirs, ...row }): CallLimits => {
    const isSameCurrency = theirs === currency;
    const priced = (value: string | null) => (value === null || !isSameCurrency ? null : BigInt(value));
    return {
      openClasses: row.open_classes,
      parallelCalls: row.parallel_calls,
      callsPerMinute: row.calls_per_minute,
      longestSeconds: row.longest_seconds,
      dearestRate: priced(row.dearest_rate),
      dailyMicros: priced(row.daily_micros),
      monthlyMicros: priced(row.monthly_micros),
    };
  });
  return [...all, ...ordinaryGiven].reduce(stricterOf, everything);
}

function limitsOfRow(row: CallGuardRow): CallLimits {
  const priced = (value: bigint | string | null | undefined) => (value == null ? null : BigInt(value));
  return {
    openClasses: everything.openClasses.filter((each) => row.openClasses.includes(each)),
    parallelCalls: row.parallelCalls ?? null,
    callsPerMinute: row.callsPerMinute ?? null,
    longestSeconds: row.longestSeconds ?? null,
    dearestRate: priced(row.dearestRate),
    dailyMicros: priced(row.dailyMicros),
    monthlyMicros: priced(row.monthlyMicros),
  };
}

function limitsOf(refusals: Refusals, input: SetCallGuardInput, currency: string): CallLimits {
  const whole = (name: "parallelCalls" | "callsPerMinute" | "longestSeconds", min: number, max: number) => {
    const value = input[name] ?? null;
    if (value === null || (value >= min && value <= max)) return value;
    refusals.add("INVALID", say("guard.number", { min, max }), name);
    return null;
  };
  const amount = (name: "dailySpend" | "monthlySpend") => {
    const text = input[name];
    if (text == null) return null;
    const parsed = tryParseMoney(text, currency);
    if (parsed !== null && parsed.micros >= 0n) return parsed.micros;
    refusals.add("INVALID", say("guard.amount", { currency }), name);
    return null;
  };
  const rate = input.dearestRate == null ? null : parseRate(input.dearestRate);
  if (input.dearestRate != null && rate === null)
    refusals.add("INVALID", say("guard.amount", { currency }), "dearestRate");
  return {
    openClasses: everything.openClasses.filter((each) => input.openClasses.includes(each)),
    parallelCalls: whole("parallelCalls", 0, parallelCallsMax),
    callsPerMinute: whole("callsPerMinute", 0, parallelCallsMax),
    longestSeconds: whole("longestSeconds", 1, callSecondsMax),
    dearestRate: rate,
    dailyMicros: amount("dailySpend"),
    monthlyMicros: amount("monthlySpend"),
  };
}

function fieldOf(name: CallLimitName) {
  if (name === "dailyMicros") return "dailySpend";
  return name === "monthlyMicros" ? "monthlySpend" : name;
}

function refuseBeyond(refusals: Refusals, limits: CallLimits, bound: CallLimits, currency: string): void {
  const { classes, names } = beyond(limits, bound);
  if (classes.length > 0) {
    refusals.add("INVALID", say("guard.closedAbove", { classes: classes.join(", ") }), "openClasses");
  }
  const most = inWords(bound, currency);
  for (const name of names) {
    const field = fieldOf(name);
    refusals.add("INVALID", say("guard.looser", { most: String(most[field]) }), field);
  }
}

function isSame(one: CallLimits, other: CallLimits): boolean {
  return !isRaised(one, other) && !isRaised(other, one);
}

async function insert(
  tx: Transaction,
  { path, line, setter }: Place,
  limits: CallLimits,
  effectiveFrom: Date,
): Promise<void> {
  await tx.em.insert(CallGuardEntity, {
    ...limits,
    openClasses: [...limits.openClasses],
    id: newId(tx.clock.now().getTime()),
    path,
    service: line,
    setter,
    effectiveFrom,
    createdAt: tx.clock.now(),
    createdBy: tx.viewer.name,
  });
}

/** As the audit trail and the API name them. */
export function inWords(limits: CallLimits, currency: string) {
  const amount = (micros: bigint | null) => (micros === null ? null : decimalOf(money(micros, currency)));
  return {
    openClasses: limits.openClasses.join(" "),
    parallelCalls: limits.parallelCalls,
    callsPerMinute: limits.callsPerMinute,
    longestSeconds: limits.longestSeconds,
    dearestRate: limits.dearestRate === null ? null : formatRate(limits.dearestRate),
    dailySpend: amount(limits.dailyMicros),
    monthlySpend: amount(limits.monthlyMicros),
  };
}
