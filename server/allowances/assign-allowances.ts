import { anchorOf, firstCount, localScopeOf, type AllowanceSlot } from "@tierline/shared/allowance.ts";
import { dateInZone } from "@tierline/shared/billing-period.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { allowancesPerCustomerMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { startCharging } from "../charging/start-charging.ts";
import { stopCharging } from "../charging/stop-charging.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, Refusals, Rejection } from "../kernel/rejection.ts";
import type { CustomerRow } from "../customers/customer.entity.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import {
  AllowanceCountEntity,
  AllowanceCycleEntity,
  AllowanceEntity,
  CustomerAllowanceEntity,
  type AllowanceCycleRow,
  type AllowanceRow,
  type CustomerAllowanceRow,
} from "./allowance.entity.ts";
import { instantsOf, lockHeld } from "./held-allowances.ts";
import { ownCustomer } from "./own-customer.ts";

export interface AssignedSlot {
  readonly slot: AllowanceSlot;
  /** The API's id. */
  readonly allowanceId?: string | null | undefined;
  readonly drawsFromLocal?: boolean | null | undefined;
}

export interface AssignAllowancesInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly customerId: string;
  /** As it was, or the account's, unless given. */
  readonly cycleDay?: number | null | undefined;
  readonly isUsableAtZero?: boolean | null | undefined;
  readonly slots: readonly AssignedSlot[];
}

/**
 * The allowances of a customer as they shall be from now on (B10, B11): what is there already stays as it is, what is not named
 * ends, what is new begins with the days that are left of its cycle (A-B8). Answers the customer's UUID.
 * @throws AccessError NOT_FOUND; Rejection with every wrong field
 */
export function assignAllowances(context: Context, input: AssignAllowancesInput): Promise<string> {
  return once(context, "allowance.assign", input.idempotencyKey, input, (tx) => assign(tx, input));
}

async function assign(tx: Transaction, input: AssignAllowancesInput): Promise<string> {
  const { customer, reseller } = await ownCustomer(tx, input.customerId);
  await tx.em.execute("select 1 from customer where id = ? for no key update", [customer.id]);
  const before = await liveOf(tx, customer.id);
  const refusals = new Refusals();
  const cycle = await tx.em.findOne(AllowanceCycleEntity, { customer: customer.id }, { disableIdentityMap: true });
  const terms = {
    cycleDay: input.cycleDay ?? cycle?.cycleDay ?? (await cycleDayOf(tx, customer)),
    isUsableAtZero: input.isUsableAtZero ?? null,
  };
  const asked = await checked(tx, refusals, { ...terms, slots: input.slots }, reseller, before);
  refusals.settle();
  const kept = new Set(asked.map((each) => keptBy(before, each)?.id));
  const ending = before.filter(({ id }) => !kept.has(id));
  const beginning = asked.filter((each) => keptBy(before, each) === undefined);
  if (cycle !== null && cycle.cycleDay !== terms.cycleDay && before.length > ending.length) {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("allowance.cycleStays"), path: ["cycleDay"] });
  }
  const changes = changesBetween(
    { ...(cycle !== null && cycleInWords(cycle)), allowances: before.map(inWords).toSorted() },
    {
      ...cycleInWords(terms),
      allowances: asked.map(({ slot, allowance }) => inWords({ slot, name: allowance?.name })).toSorted(),
    },
  );
  if (changes.length === 0) return customer.id;
  await keepCycle(tx, customer, cycle, terms);
  await end(tx, reseller, ending);
  for (const each of beginning) await begin(tx, { customer, reseller, cycleDay: terms.cycleDay }, each);
  await recordAudit(tx, {
    operation: "allowance.assign",
    subjectKind: "customer",
    subjectId: customer.id,
    subject: labelOf(customer),
    changes,
    path: customer.path,
  });
  return customer.id;
}

interface CycleTerms {
  readonly cycleDay: number;
  readonly isUsableAtZero: boolean | null;
}

async function cycleDayOf({ em }: Transaction, { path }: CustomerRow): Promise<number> {
  const [account] = await em.execute<{ cycle_day: number }[]>(
    "select cycle_day from ledger_account where path = ? and kind = 'BILLING'",
    [path],
  );
  invariant(account !== undefined, "every customer has an account");
  return account.cycle_day;
}

function liveOf({ em }: Transaction, customer: string): Promise<CustomerAllowanceRow[]> {
  const orderBy = { id: "asc" } as const;
  return em.find(
    CustomerAllowanceEntity,
    { customer, service: null, endedAt: null },
    { disableIdentityMap: true, orderBy },
  );
}

interface Asked {
  readonly slot: AllowanceSlot;
  /** Null: draws on local of the same kind. */
  readonly allowance: AllowanceRow | null;
}

function keptBy(before: readonly CustomerAllowanceRow[], { slot, allowance }: Asked): CustomerAllowanceRow | undefined {
  return before.find((row) => row.slot === slot && (row.allowance ?? null) === (allowance?.id ?? null));
}

async function checked(
  tx: Transaction,
  refusals: Refusals,
  { cycleDay, slots }: CycleTerms & Pick<AssignAllowancesInput, "slots">,
  reseller: ResellerRow,
  before: readonly CustomerAllowanceRow[],
): Promise<Asked[]> {
  if (cycleDay < 1 || cycleDay > 31) refusals.add("INVALID", say("allowance.cycleDay"), "cycleDay");
  if (slots.length > allowancesPerCustomerMax) {
    refusals.add("TOO_LONG", say("allowance.tooManySlots", { max: allowancesPerCustomerMax }), "slots");
    return [];
  }
  const ids = slots.map(({ allowanceId }) => (allowanceId == null ? null : decodeId("alw", allowanceId)));
  const offered = await tx.em.find(
    AllowanceEntity,
    { id: { $in: ids.filter((id) => id !== null) }, path: reseller.path },
    { disableIdentityMap: true },
  );
  const seen = new Set<string>();
  return slots.map((asked, index) => {
    const allowance = offered.find(({ id }) => id === ids[index]) ?? null;
    const key = asked.slot === "NUMBERS" ? `${asked.slot} ${ids[index] ?? index}` : asked.slot;
    if (seen.has(key)) refusals.add("TAKEN", say("allowance.slotTwice"), "slots", String(index), "slot");
    seen.add(key);
    checkSlot(refusals, { asked, allowance, others: slots, before }, ["slots", String(index)]);
    return { slot: asked.slot, allowance };
  });
}

interface CheckedSlot {
  readonly asked: AssignedSlot;
  readonly allowance: AllowanceRow | null;
  readonly others: readonly AssignedSlot[];
  readonly before: readonly CustomerAllowanceRow[];
}

function checkSlot(
  refusals: Refusals,
  { asked, allowance, others, before }: CheckedSlot,
  path: readonly string[],
): void {
  const { slot, allowanceId } = asked;
  const refuse = (code: "INVALID" | "REQUIRED" | "UNKNOWN_REFERENCE" | "STATE_CONFLICT", key: Refusal, field: string) =>
    void refusals.add(code, say(key), ...path, field);
  if (asked.drawsFromLocal === true) {
    const local = localScopeOf(slot);
    if (local === null || allowanceId != null) return refuse("INVALID", "allowance.notFromLocal", "drawsFromLocal");
    if (!others.some((other) => other.slot === local && other.allowanceId != null)) {
      refuse("REQUIRED", "allowance.localRequired", "drawsFromLocal");
    }
    return;
  }
  if (allowanceId == null) return refuse("REQUIRED", "allowance.required", "allowanceId");
  if (allowance === null) return refuse("UNKNOWN_REFERENCE", "allowance.unknown", "allowanceId");
  if (allowance.prefixes.length > 0 && slot !== "NUMBERS") refuse("INVALID", "allowance.hasPrefixes", "slot");
  if (allowance.isOffered || keptBy(before, { slot, allowance }) !== undefined) return;
  refuse("STATE_CONFLICT", "allowance.notOffered", "allowanceId");
}

type Refusal =
  | "allowance.notFromLocal"
  | "allowance.localRequired"
  | "allowance.required"
  | "allowance.unknown"
  | "allowance.hasPrefixes"
  | "allowance.notOffered";

async function keepCycle(
  { em }: Transaction,
  { id: customer, path }: CustomerRow,
  before: AllowanceCycleRow | null,
  facts: CycleTerms,
): Promise<void> {
  if (before === null) await em.insert(AllowanceCycleEntity, { ...facts, customer, path, version: 1 });
  else await em.nativeUpdate(AllowanceCycleEntity, { customer }, { ...facts, version: before.version + 1 });
}

/** Calls that began before draw on it still. What was paid of the cycle stays paid. */
async function end(tx: Transaction, { timeZone }: ResellerRow, rows: readonly CustomerAllowanceRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await lockHeld(tx, ids);
  const endedAt = tx.clock.now();
  await tx.em.nativeUpdate(CustomerAllowanceEntity, { id: { $in: ids } }, { endedAt });
  const today = dateInZone(endedAt, timeZone);
  for (const subjectId of ids) await stopCharging(tx, { subjectKind: "ALLOWANCE", subjectId }, today);
}

interface Place {
  readonly customer: CustomerRow;
  readonly reseller: ResellerRow;
  readonly cycleDay: number;
}

async function begin(
  tx: Transaction,
  { customer, reseller, cycleDay }: Place,
  { slot, allowance }: Asked,
): Promise<void> {
  const startedAt = tx.clock.now();
  const row = { id: newId(startedAt.getTime()), path: customer.path, customer: customer.id, slot, startedAt };
  if (allowance === null) {
    const nothing = {
      name: "",
      minutes: 0,
      feeMicros: 0n,
      currency: reseller.currency,
      prefixes: [],
      rolloverMinutesMax: 0,
    };
    await tx.em.insert(CustomerAllowanceEntity, { ...row, ...nothing, allowance: null, drawsFromLocal: true });
    return;
  }
  const { name, minutes, feeMicros, currency, prefixes, rolloverMinutesMax } = allowance;
  const terms = { name, minutes, feeMicros: BigInt(feeMicros), currency, prefixes, rolloverMinutesMax };
  const { timeZone } = reseller;
  const count = firstCount({ minutes, rolloverMinutesMax, cycleDay }, dateInZone(startedAt, timeZone));
  const { endsAt } = instantsOf({ timeZone }, count);
  await tx.em.insert(CustomerAllowanceEntity, {
    ...row,
    ...terms,
    allowance: allowance.id,
    drawsFromLocal: false,
    renewsAt: endsAt,
  });
  await tx.em.insert(AllowanceCountEntity, {
    ...count,
    id: newId(startedAt.getTime()),
    path: customer.path,
    held: row.id,
    startsAt: startedAt,
    endsAt,
  });
  await chargeFee(tx, { customer, allowance, cycleDay, subjectId: row.id });
}

interface Fee {
  readonly customer: CustomerRow;
  readonly allowance: AllowanceRow;
  readonly cycleDay: number;
  readonly subjectId: string;
}

/** In advance for each cycle; for the first one as many days as there are. */
async function chargeFee(tx: Transaction, { customer, allowance, cycleDay, subjectId }: Fee): Promise<void> {
  const recurring = BigInt(allowance.feeMicros);
  if (recurring === 0n) return;
  const { path, id: customerId } = customer;
  const { name, currency, id: source } = allowance;
  await startCharging(tx, {
    subjectKind: "ALLOWANCE",
    subjectId,
    customerId,
    path,
    description: name,
    edges: [{ path, currency, setup: null, recurring, rule: "RETAIL", source }],
    intervalMonths: 1,
    anchor: anchorOf(cycleDay),
    chargeFirst: "PRORATED",
  });
}

function cycleInWords({ cycleDay, isUsableAtZero }: Pick<AllowanceCycleRow, keyof CycleTerms>) {
  return { cycleDay, isUsableAtZero: isUsableAtZero ?? null };
}

function inWords({ slot, name }: { readonly slot: AllowanceSlot; readonly name?: string | undefined }): string {
  return name === undefined || name === "" ? `${slot}: ${localScopeOf(slot) ?? ""}` : `${slot}: ${name}`;
}
