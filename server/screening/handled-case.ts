import { labelOf } from "@tierline/shared/customer-label.ts";
import { canMove } from "@tierline/shared/moves.ts";
import { screeningCaseMoves, type ScreeningCaseState } from "@tierline/shared/screening.ts";
import { textLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { ScreeningCaseEntity, type ScreeningCaseRow } from "./screening.entity.ts";
import { screeningTopic } from "./screening-topic.ts";

const fresh = { disableIdentityMap: true } as const;

export interface CaseDecision {
  /** The API's id. */
  readonly id: string;
  /** Of the case as whoever decides has seen it. */
  readonly version: number;
  readonly reason: string;
}

export interface HandledCase {
  readonly found: ScreeningCaseRow;
  readonly customer: CustomerRow;
}

/**
 * A case that something is done about, locked, so that two who do something come one after the other.
 * @throws AccessError NOT_FOUND; Rejection STALE where it is not what the caller has read
 */
export async function handledCase(tx: Transaction, id: string | null, version: number | null): Promise<HandledCase> {
  if (id === null) throw notFound();
  await tx.em.execute("select 1 from screening_case where id = ? for update", [id]);
  const found = await tx.em.findOne(ScreeningCaseEntity, { id }, fresh);
  if (found === null) throw notFound();
  if (version !== null && found.version !== version) {
    throw new Rejection({ code: "STALE", message: say("screening.stale"), path: ["version"] });
  }
  const customer = await tx.em.findOne(CustomerEntity, { id: found.customer }, fresh);
  invariant(customer !== null, "whoever sees a case sees its customer");
  return { found, customer };
}

/** @throws Rejection STATE_CONFLICT */
export function refuseUnlessMovable({ found, customer }: HandledCase, to: ScreeningCaseState): void {
  if (canMove(screeningCaseMoves, found.state, to)) return;
  const message = say("screening.move", { customer: labelOf(customer), state: say(`screening.state.${found.state}`) });
  throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
}

export interface CaseChange {
  readonly operation: string;
  readonly changed: Partial<ScreeningCaseRow>;
  /** As the audit trail tells it. */
  readonly told?: Readonly<Record<string, unknown>>;
  readonly note?: string | null;
}

/** Writes what has changed and who did it, and tells whoever looks at the case or its customer. */
export async function changeCase(
  tx: Transaction,
  { found, customer }: HandledCase,
  { operation, changed, told = {}, note = null }: CaseChange,
): Promise<void> {
  const { id, path, state, version } = found;
  await tx.em.nativeUpdate(ScreeningCaseEntity, { id }, { ...changed, version: version + 1 });
  await recordAudit(tx, {
    operation,
    subjectKind: "screeningCase",
    subjectId: id,
    subject: say("screening.case", { customer: labelOf(customer) }),
    changes: changesBetween({ state }, { state: changed.state ?? state, ...told }),
    path,
    note,
  });
  tx.announce({ topic: screeningTopic(customer.id), path, sequence: tx.clock.now().getTime() });
}

/** @throws Rejection REQUIRED, TOO_LONG, INVALID */
export function checkedReason(reason: string): string {
  const refusals = new Refusals();
  const rule = { noun: "noun.reason", max: textLengthMax, isRequired: true, isMultiline: true } as const;
  const kept = checkText(refusals, reason, rule, "reason");
  refusals.settle();
  return kept ?? "";
}
