import { labelOf } from "@tierline/shared/customer-label.ts";
import { customerMoves, stateFor, type CustomerState } from "@tierline/shared/customer-state.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { canMove } from "@tierline/shared/moves.ts";
import { reactivationMs, type DeactivationCause } from "@tierline/shared/screening.ts";
import type { SuspensionReason } from "@tierline/shared/service-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { endSessionsOf } from "../identity/session.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { arrayText } from "../kernel/unnested.ts";
import { Rejection } from "../kernel/rejection.ts";
import { claimRoom } from "../resellers/limits.ts";
import {
  changeCase,
  checkedReason,
  handledCase,
  refuseUnlessMovable,
  type CaseDecision,
  type HandledCase,
} from "./handled-case.ts";
import { screeningTopic } from "./screening-topic.ts";

const compliance: SuspensionReason = "COMPLIANCE";

/**
 * The case's clock has run out: the customer is DEACTIVATING, its people are out at once, and what it has is taken off the network by
 * runs (services/follow-balances.ts), after which it is DEACTIVATED (finish-deactivations.ts).
 */
export async function startDeactivation(
  tx: Transaction,
  handled: HandledCase,
  cause: DeactivationCause,
): Promise<void> {
  const deactivatedAt = tx.clock.now();
  const changed = { state: "DEACTIVATED" as const, cause, deactivatedAt };
  await changeCase(tx, handled, { operation: "screening.deactivate", changed, told: { cause } });
  await switchOff(tx, handled.customer.id);
}

/** Done again it changes nothing: somebody may have brought the customer back by another way. */
export async function switchOff(tx: Transaction, customerId: string): Promise<boolean> {
  const row = await lockedCustomer(tx, customerId);
  const reasons = [...new Set([...row.suspensionReasons, compliance])];
  const isOff = row.state === "DEACTIVATING" || row.state === "DEACTIVATED";
  if (isOff ? row.suspensionReasons.includes(compliance) : !canMove(customerMoves, row.state, "DEACTIVATING"))
    return false;
  const state = isOff ? row.state : ("DEACTIVATING" as const);
  await write(tx, row, { state, suspensionReasons: reasons });
  await record(tx, "customer.deactivate", row, { state, suspensionReasons: reasons });
  const users = await tx.em.execute<{ id: string }[]>("select id from app_user where customer_id = ?", [row.id]);
  for (const { id } of users) await endSessionsOf(tx, id);
  return true;
}

/** Nothing is left on the network that could be taken off, and no run is under way. */
export async function finishDeactivation(tx: Transaction, customerId: string): Promise<void> {
  const row = await lockedCustomer(tx, customerId);
  const { suspensionReasons } = row;
  if (row.state !== "DEACTIVATING") return;
  await write(tx, row, { state: "DEACTIVATED", suspensionReasons });
  await record(tx, "customer.deactivate", row, { state: "DEACTIVATED", suspensionReasons });
  tx.announce({ topic: screeningTopic(customerId), path: row.path, sequence: tx.clock.now().getTime() });
}

/**
 * Undoes a deactivation within 30 days, because it is somebody else: the case is approved and the customer and all that it had come
 * back, unless something else suspends it (X4). Answers the case's UUID.
 * @throws Rejection EXPIRED, STATE_CONFLICT, LIMIT_EXCEEDED
 */
export function reactivateParty(context: Context, { id, version, reason }: CaseDecision): Promise<string> {
  return transaction(context, async (tx) => {
    const handled = await handledCase(tx, decodeId("scc", id), version);
    const { found } = handled;
    const now = tx.clock.now();
    if (found.state !== "DEACTIVATED" || found.deactivatedAt == null) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("screening.notDeactivated"), path: ["id"] });
    }
    refuseUnlessMovable(handled, "APPROVED");
    if (now.getTime() - found.deactivatedAt.getTime() > reactivationMs) {
      throw new Rejection({ code: "EXPIRED", message: say("screening.tooLate"), path: ["id"] });
    }
    const said = checkedReason(reason);
    const who = { decidedById: tx.viewer.userId, decidedBy: tx.viewer.name, decidedAt: now, reason: said };
    await changeCase(tx, handled, {
      operation: "screening.reactivate",
      changed: { state: "APPROVED", ...who },
      note: said,
    });
    await switchOn(tx, found.customer);
    return found.id;
  });
}

/** X4: other reasons for which it is off or suspended stay. */
async function switchOn(tx: Transaction, customerId: string): Promise<void> {
  const row = await lockedCustomer(tx, customerId);
  const suspensionReasons = row.suspensionReasons.filter((each) => each !== compliance);
  const staysOff = suspensionReasons.includes("ACCOUNT_DEACTIVATED") || row.state === "ARCHIVED";
  if (staysOff) await write(tx, row, { state: row.state, suspensionReasons });
  else {
    await claimRoom(tx, "customers", row.path);
    if (row.state !== "ACTIVE" && row.state !== "SUSPENDED")
      await write(tx, row, { state: "ACTIVE", suspensionReasons });
    await write(tx, row, { state: stateFor(suspensionReasons), suspensionReasons });
  }
  const state = staysOff ? row.state : stateFor(suspensionReasons);
  await record(tx, "customer.reactivate", row, { state, suspensionReasons });
}

async function lockedCustomer(tx: Transaction, id: string): Promise<CustomerRow> {
  await tx.em.execute("select 1 from customer where id = ? for update", [id]);
  return tx.em.findOneOrFail(CustomerEntity, { id }, { disableIdentityMap: true });
}

interface Standing {
  readonly state: CustomerState;
  readonly suspensionReasons: SuspensionReason[];
}

async function write({ em }: Transaction, { id }: CustomerRow, { state, suspensionReasons }: Standing): Promise<void> {
  await em.execute(
    "update customer set state = ?, suspension_reasons = ?::text[], version = version + 1 where id = ?",
    [state, arrayText(suspensionReasons), id],
  );
}

async function record(tx: Transaction, operation: string, row: CustomerRow, after: Standing): Promise<void> {
  const { id, path, state, suspensionReasons } = row;
  await recordAudit(tx, {
    operation,
    subjectKind: "customer",
    subjectId: id,
    subject: labelOf(row),
    changes: changesBetween({ state, suspensionReasons }, { ...after }),
    path,
    note: say("screening.note"),
  });
}
