import { terminateDaysMax } from "@tierline/shared/account-terms.ts";
import { areRetryDays, cardRetriesMax, cardRetryDayMax, cardRetryDaysDefault } from "@tierline/shared/card-retries.ts";
import { newId } from "@tierline/shared/id.ts";
import { manualAmountMax } from "@tierline/shared/limits.ts";
import { decimalOf, minorDigits, money, tryParseMoney } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { invariant, Refusals } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

export interface SetDunningInput {
  readonly warn?: string | null | undefined;
  readonly suspend?: string | null | undefined;
  readonly terminate?: string | null | undefined;
  readonly terminateDays?: number | null | undefined;
  readonly cardRetryDays?: readonly number[] | null | undefined;
}

/** Amounts in micro-units of the seller's currency. */
export interface Dunning {
  readonly warn: bigint | null;
  readonly suspend: bigint;
  readonly terminate: bigint | null;
  readonly terminateDays: number | null;
  /** How many days after its first no a card is tried again. */
  readonly cardRetryDays: readonly number[];
}

const nothingSaid: Dunning = {
  warn: null,
  suspend: 0n,
  terminate: null,
  terminateDays: null,
  cardRetryDays: cardRetryDaysDefault,
};

interface Row {
  warn: string | null;
  suspend: string;
  terminate: string | null;
  days: number | null;
  retries: number[];
}

/** Of the reseller at this path; who has said nothing suspends at nothing, and no more. */
export async function dunningOf({ em }: Pick<Context, "em">, path: string): Promise<Dunning> {
  const [row] = await em.execute<Row[]>(
    `select warn_micros::text as warn, suspend_micros::text as suspend, terminate_micros::text as terminate, terminate_days as days, card_retry_days as retries
     from dunning where path = ?`,
    [path],
  );
  if (row === undefined) return nothingSaid;
  const amount = (text: string | null) => (text === null ? null : BigInt(text));
  return {
    warn: amount(row.warn),
    suspend: BigInt(row.suspend),
    terminate: amount(row.terminate),
    terminateDays: row.days,
    cardRetryDays: row.retries,
  };
}

/**
 * When those the viewer's reseller sells to are warned, suspended and ended (U27); it counts at once for all of them.
 * @throws Rejection with all that is wrong
 */
export function setDunning(context: Context, input: SetDunningInput): Promise<void> {
  return transaction(context, async (tx) => {
    const { path } = tx.viewer;
    const reseller = await tx.em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
    invariant(reseller !== null, "whoever sells is a reseller");
    const { currency } = reseller;
    const next = checked(input, currency);
    const before = await dunningOf(tx, path);
    const changes = changesBetween(textOf(before, currency), textOf(next, currency));
    if (changes.length === 0) return;
    await write(tx, path, next);
    await recordAudit(tx, {
      operation: "billing.dunning",
      subjectKind: "reseller",
      subjectId: reseller.id,
      subject: reseller.name,
      changes,
      path,
    });
  });
}

async function write({ em, clock }: Transaction, path: string, next: Dunning): Promise<void> {
  const text = (amount: bigint | null) => (amount === null ? null : String(amount));
  await em.execute(
    `insert into dunning (id, path, warn_micros, suspend_micros, terminate_micros, terminate_days, card_retry_days, version)
     values (?, ?, ?::bigint, ?::bigint, ?::bigint, ?, ?::int[], 1)
     on conflict (path) do update set warn_micros = excluded.warn_micros, suspend_micros = excluded.suspend_micros,
       terminate_micros = excluded.terminate_micros, terminate_days = excluded.terminate_days,
       card_retry_days = excluded.card_retry_days, version = dunning.version + 1`,
    [
      newId(clock.now().getTime()),
      path,
      text(next.warn),
      text(next.suspend),
      text(next.terminate),
      next.terminateDays,
      `{${next.cardRetryDays.join(",")}}`,
    ],
  );
}

function textOf({ warn, suspend, terminate, terminateDays, cardRetryDays }: Dunning, currency: string) {
  const text = (amount: bigint | null) => (amount === null ? null : decimalOf(money(amount, currency)));
  return {
    warnBelow: text(warn),
    suspendAt: text(suspend),
    terminateAt: text(terminate),
    terminateDays,
    cardRetryDays: cardRetryDays.join(", "),
  };
}

function checked(input: SetDunningInput, currency: string): Dunning {
  const refusals = new Refusals();
  const most = BigInt(manualAmountMax) * 1_000_000n;
  const amountOf = (field: "warn" | "suspend" | "terminate", isRight: (micros: bigint) => boolean): bigint | null => {
    const text = input[field];
    if (text == null) return null;
    const amount = tryParseMoney(text, currency);
    const isWhole = amount !== null && amount.micros % 10n ** BigInt(6 - minorDigits(currency)) === 0n;
    const isFar = amount !== null && (amount.micros > most || amount.micros < -most);
    if (!isWhole || isFar || !isRight(amount.micros))
      refusals.add("INVALID", say(`dunning.${field}`, { currency }), field);
    return amount?.micros ?? null;
  };
  const suspend = amountOf("suspend", (micros) => micros >= 0n) ?? 0n;
  const next = {
    suspend,
    warn: amountOf("warn", (micros) => micros > suspend),
    terminate: amountOf("terminate", (micros) => micros < 0n),
    terminateDays: input.terminateDays ?? null,
    cardRetryDays: input.cardRetryDays ?? cardRetryDaysDefault,
  };
  if (!areRetryDays(next.cardRetryDays)) {
    const limits = { most: cardRetriesMax, day: cardRetryDayMax };
    refusals.add("INVALID", say("dunning.cardRetryDays", limits), "cardRetryDays");
  }
  const { terminateDays: days } = next;
  if (days !== null && (days < 1 || days > terminateDaysMax))
    refusals.add("INVALID", say("dunning.days", { max: terminateDaysMax }), "terminateDays");
  refusals.settle();
  return next;
}
