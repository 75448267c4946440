import { labelOf } from "@tierline/shared/customer-label.ts";
import { customerMoves, deactivateWord, stateFor, type CustomerState } from "@tierline/shared/customer-state.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { canMove } from "@tierline/shared/moves.ts";
import type { SuspensionReason } from "@tierline/shared/service-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { endSessionsOf } from "../identity/session.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { checkNote } from "../kernel/text.ts";
import { claimRoom } from "../resellers/limits.ts";

export interface ReactivateCustomer {
  /** The API's id. */
  readonly id: string;
  readonly note?: string | null | undefined;
}

export interface DeactivateCustomer extends ReactivateCustomer {
  readonly confirmation: string;
}

const reason: SuspensionReason = "ACCOUNT_DEACTIVATED";

/**
 * Its people can no longer sign in and those who are signed in are out at once; nothing new can be ordered. Services go on as they
 * are. Done again it changes nothing. Answers the customer's UUID.
 * @throws Rejection INVALID (the word), STATE_CONFLICT
 */
export function deactivateCustomer(context: Context, input: DeactivateCustomer): Promise<string> {
  if (input.confirmation.trim().toLowerCase() !== deactivateWord) {
    const message = say("reseller.typeWord", { word: deactivateWord });
    throw new Rejection({ code: "INVALID", message, path: ["confirmation"] });
  }
  return change(context, input, "customer.deactivate", async (row, tx) => {
    if (row.state === "DEACTIVATED") return row;
    refuseUnlessMovable(row, "DEACTIVATING");
    const suspensionReasons = [...new Set([...row.suspensionReasons, reason])];
    await write(tx, row, { state: "DEACTIVATING", suspensionReasons });
    const users = await tx.em.execute<{ id: string }[]>("select id from app_user where customer_id = ?", [row.id]);
    for (const { id } of users) await endSessionsOf(tx, id);
    return write(tx, row, { state: "DEACTIVATED", suspensionReasons });
  });
}

/**
 * Its people can sign in again. It is active only when nothing else suspends it (X4).
 * @throws Rejection STATE_CONFLICT, LIMIT_EXCEEDED
 */
export function reactivateCustomer(context: Context, input: ReactivateCustomer): Promise<string> {
  return change(context, input, "customer.reactivate", async (row, tx) => {
    if (!row.suspensionReasons.includes(reason)) return row;
    refuseUnlessMovable(row, "ACTIVE");
    await claimRoom(tx, "customers", row.path);
    const suspensionReasons = row.suspensionReasons.filter((each) => each !== reason);
    const active = await write(tx, row, { state: "ACTIVE", suspensionReasons });
    const state = stateFor(suspensionReasons);
    return state === "ACTIVE" ? active : write(tx, row, { state, suspensionReasons });
  });
}

type Standing = Pick<CustomerRow, "state" | "suspensionReasons">;

function change(
  context: Context,
  { id, note = null }: ReactivateCustomer,
  operation: string,
  move: (row: CustomerRow, tx: Transaction) => Promise<Standing>,
): Promise<string> {
  checkNote(note);
  return transaction(context, async (tx) => {
    const row = await changeableCustomer(tx, decodeId("cus", id));
    const changes = changesBetween(standingOf(row), standingOf(await move(row, tx)));
    if (changes.length === 0) return row.id;
    await recordAudit(tx, {
      operation,
      subjectKind: "customer",
      subjectId: row.id,
      subject: labelOf(row),
      changes,
      path: row.path,
      note,
    });
    return row.id;
  });
}

function standingOf({ state, suspensionReasons }: Standing): Standing {
  return { state, suspensionReasons };
}

function refuseUnlessMovable(row: CustomerRow, to: CustomerState): void {
  if (canMove(customerMoves, row.state, to)) return;
  const message = say("customer.move", { customer: labelOf(row), state: row.state });
  throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
}

async function write({ em }: Transaction, { id, version }: CustomerRow, standing: Standing): Promise<Standing> {
  await em.nativeUpdate(CustomerEntity, { id }, { ...standing, version: version + 1 });
  return standing;
}

/** What a deactivation would mean, counted. */
export interface CustomerDependents {
  readonly people: number;
  readonly services: number;
}

export async function customerDependents({ em }: Pick<Context, "em">, id: string): Promise<CustomerDependents> {
  const [counts] = await em.execute<[Record<keyof CustomerDependents, string>]>(
    `select (select count(*) from app_user where customer_id = ? and disabled_at is null) as people,
            (select count(*) from service where customer_id = ? and state <> 'TERMINATED') as services`,
    [id, id],
  );
  return { people: Number(counts.people), services: Number(counts.services) };
}
