import { addDays } from "@tierline/shared/billing-period.ts";
import type { WaitingDecision } from "@tierline/shared/charge.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { nameLengthMax, waitingChargesMax } from "@tierline/shared/limits.ts";
import { decimalOf } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { buyerOf } from "../billing/record-entry.ts";
import { checkText } from "../kernel/checked-text.ts";
import { asSystem, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { mapped } from "../kernel/mapped.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { noteRenewals } from "../payments/note-renewals.ts";
import { RecurringChargeEntity, type RecurringChargeRow } from "./charge.entity.ts";
import { postCharges } from "./post-charges.ts";
import { changeOf, chargeOf, ofCustomers, writeChanges } from "./renew-charges.ts";
import { amountOf, soldByViewerSql, waitingOf } from "./waiting-charges.ts";

export interface SettleWaitingInput {
  readonly idempotencyKey: string;
  readonly decision: WaitingDecision;
  readonly reason?: string | null | undefined;
  /** Ids of the API, with how many of the oldest periods were seen: nothing is decided that nobody saw. */
  readonly charges: readonly { readonly id: string; readonly periods: number }[];
}

/**
 * Charges what waits after an outage, or lets it be, and goes on with what comes after it. All of what is named or nothing: what
 * somebody else has decided meanwhile is told. Answers how many were decided.
 * @throws AccessError NOT_FOUND for what the viewer does not sell; Rejection with every wrong field
 */
export function settleWaiting(context: Context, input: SettleWaitingInput): Promise<number> {
  return once(context, "charge.settle", input.idempotencyKey, input, (tx) => settle(tx, input));
}

async function settle(tx: Transaction, { decision, reason, charges }: SettleWaitingInput): Promise<number> {
  const refusals = new Refusals();
  const rule = { noun: "noun.reason", max: nameLengthMax, isRequired: decision === "WAIVE" } as const;
  const why = checkText(refusals, reason, rule, "reason");
  if (charges.length === 0) refusals.add("REQUIRED", say("charge.nothingNamed"), "charges");
  if (charges.length > waitingChargesMax) {
    refusals.add("TOO_LONG", say("charge.tooMany", { max: waitingChargesMax }), "charges");
  }
  refusals.settle();
  const asked = new Map(charges.map(({ id, periods }, index) => [decodeId("rcg", id), { periods, index }]));
  if (asked.has(null)) throw notFound();
  const rows = await lockedRows(tx, [...asked.keys()] as string[]); // none is null
  for (const row of rows) {
    const { periods, index } = asked.get(row.id)!; // was asked for by it
    const waits = waitingOf(row, tx.clock.now()).periods.length;
    const path = ["charges", String(index)];
    if (row.state !== "HELD")
      refusals.add("STATE_CONFLICT", say("charge.waitsNot", { what: row.description }), ...path);
    else if (!Number.isInteger(periods) || periods < 1 || periods > waits) {
      refusals.add("INVALID", say("charge.periodsSeen", { max: waits }), ...path, "periods");
    }
  }
  refusals.settle();
  await decide(tx, rows, { decision, why, periodsOf: ({ id }) => asked.get(id)!.periods });
  return rows.length;
}

/** In one order for everybody, so that two who decide at once wait for each other and do not stand in each other's way. */
async function lockedRows(tx: Transaction, ids: readonly string[]): Promise<RecurringChargeRow[]> {
  const rows = await tx.em.execute<object[]>(
    `select rc.* from recurring_charge rc where rc.id in (?) and ${soldByViewerSql}
     order by rc.id for update`,
    [ids, tx.viewer.path],
  );
  if (rows.length !== ids.length) throw notFound();
  return mapped(tx.em, RecurringChargeEntity, rows);
}

interface Decided {
  readonly decision: WaitingDecision;
  readonly why: string | null;
  readonly periodsOf: (row: RecurringChargeRow) => number;
}

async function decide(tx: Transaction, rows: readonly RecurringChargeRow[], decided: Decided): Promise<void> {
  const { decision, why, periodsOf } = decided;
  const caught = rows.map((row) => ({ row, ...waitingOf(row, tx.clock.now(), periodsOf(row)) }));
  await asSystem(tx, async () => {
    if (decision === "CHARGE") {
      const charges = caught.flatMap(({ row, periods }) => periods.map((period) => chargeOf(row, period)));
      await postCharges(tx, charges);
      await noteRenewals(tx, ofCustomers(charges));
    }
    await writeChanges(
      tx,
      caught.map(({ row, ...catchup }) => changeOf(row, catchup, false)),
    );
  });
  for (const { row, periods } of caught) {
    const after = {
      decision,
      what: row.description,
      amount: decimalOf(amountOf(row, periods)),
      currency: row.currency,
      from: periods[0]!.from, // at least one was asked for
      to: addDays(periods.at(-1)!.until, -1),
    };
    await recordAudit(tx, {
      operation: "charge.settle",
      ...(await buyerOf(tx, row)),
      changes: changesBetween({}, after),
      path: row.path,
      note: why,
    });
  }
}
