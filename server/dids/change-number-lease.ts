import { decimalOf, money } from "@tierline/shared/money.ts";
import { recordAudit } from "../audit/record.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { changeRecurring } from "../charging/change-recurring.ts";
import { findItem } from "../inventory/item.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { invariant, Refusals } from "../kernel/rejection.ts";
import {
  callTermsInWords,
  checkCallTerms,
  keptTerms,
  termsOf,
  withWhatStays,
  type CallTermsInput,
  type DidCallTerms,
} from "./call-terms.ts";
import { amountOf } from "../kernel/fee-amount.ts";
import { lockOwnSale } from "./number-lease.ts";
import { NumberLeaseEntity, type NumberLeaseRow } from "./number-offer.entity.ts";

export interface ChangeNumberLeaseInput extends CallTermsInput {
  /** The API's id. */
  readonly itemId: string;
  readonly monthly?: string | null | undefined;
}

/**
 * Changes what a number costs the reseller right below that ordered it; what is left out stays. The fee counts from the next month
 * on, what calls cost from now on. Answers the UUID of the item.
 * @throws AccessError NOT_FOUND; Rejection REQUIRED, INVALID
 */
export function changeNumberLease(context: Context, input: ChangeNumberLeaseInput): Promise<string> {
  return transaction(context, async (tx) => {
    const lease = await lockOwnSale(tx, input.itemId);
    const refusals = new Refusals();
    const monthly = input.monthly == null ? null : amountOf(refusals, input.monthly, lease, "monthly");
    const calls = checkCallTerms(refusals, withWhatStays(input, lease));
    refusals.settle();
    const before = wordsOf(lease, BigInt(lease.monthlyMicros), termsOf(lease));
    const micros = monthly?.micros ?? BigInt(lease.monthlyMicros);
    const changes = changesBetween(before, wordsOf(lease, micros, calls));
    if (changes.length === 0) return lease.itemId;
    const pastTerms = keptTerms(lease, calls, tx.clock.now());
    const version = lease.version + 1;
    await tx.em.nativeUpdate(
      NumberLeaseEntity,
      { id: lease.id },
      { ...calls, monthlyMicros: micros, pastTerms, version },
    );
    if (monthly !== null) {
      await changeRecurring(tx, { subjectKind: "DID", subjectId: lease.id }, lease.path, micros);
    }
    const item = await findItem(tx, lease.itemId);
    invariant(item !== null, "a number that was ordered lies below whoever sold it");
    await recordAudit(tx, {
      operation: "did.change",
      subjectKind: "inventoryItem",
      subjectId: item.id,
      subject: item.label,
      changes,
      path: lease.path, // both sides of the sale see it
    });
    return lease.itemId;
  });
}

function wordsOf({ currency }: NumberLeaseRow, monthly: bigint, calls: DidCallTerms): Record<string, string> {
  return { monthly: `${decimalOf(money(monthly, currency))} ${currency}`, ...callTermsInWords(calls) };
}
