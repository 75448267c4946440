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
import { DidEntity, type DidRow } from "./did.entity.ts";
import { lockOwnDid } from "./own-did.ts";

export interface ChangeDidInput extends CallTermsInput {
  readonly id: string;
  readonly monthly?: string | null | undefined;
}

/**
 * Changes what a connected number costs; what is left out stays. The fee counts from the next month on, what calls cost from now on:
 * one that began before is charged as it was. Answers its UUID.
 * @throws AccessError NOT_FOUND; Rejection REQUIRED, INVALID, STATE_CONFLICT
 */
export function changeDid(context: Context, input: ChangeDidInput): Promise<string> {
  return transaction(context, async (tx) => {
    const { did } = await lockOwnDid(tx, input.id);
    const refusals = new Refusals();
    const monthly = input.monthly == null ? null : amountOf(refusals, input.monthly, did, "monthly");
    const calls = checkCallTerms(refusals, withWhatStays(input, did));
    refusals.settle();
    const before = wordsOf(did, BigInt(did.monthlyMicros), termsOf(did));
    const micros = monthly?.micros ?? BigInt(did.monthlyMicros);
    const now = tx.clock.now();
    await tx.em.nativeUpdate(
      DidEntity,
      { id: did.id },
      { ...calls, monthlyMicros: micros, pastTerms: keptTerms(did, calls, now), version: did.version + 1 },
    );
    if (monthly !== null) {
      await changeRecurring(tx, { subjectKind: "DID", subjectId: did.id }, did.path, monthly.micros);
    }
    const item = await findItem(tx, did.item);
    invariant(item !== null, "a number that somebody has is an item of their reseller's");
    await recordAudit(tx, {
      operation: "did.change",
      subjectKind: "inventoryItem",
      subjectId: item.id,
      subject: item.label,
      changes: changesBetween(before, wordsOf(did, micros, calls)),
      path: did.path,
    });
    return did.id;
  });
}

function wordsOf({ currency }: DidRow, monthly: bigint, calls: DidCallTerms): Record<string, string> {
  return { monthly: `${decimalOf(money(monthly, currency))} ${currency}`, ...callTermsInWords(calls) };
}
