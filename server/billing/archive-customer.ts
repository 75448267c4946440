import { labelOf } from "@tierline/shared/customer-label.ts";
import { archiveWord, customerMoves } from "@tierline/shared/customer-state.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { canMove } from "@tierline/shared/moves.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { endSessionsOf } from "../identity/session.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Rejection, type Refusal } from "../kernel/rejection.ts";
import { checkNote } from "../kernel/text.ts";

export interface ArchiveCustomer {
  /** The API's id. */
  readonly id: string;
  readonly confirmation: string;
  readonly note?: string | null | undefined;
}

/**
 * Puts a customer away for good: it has no services and numbers any more (V14), and nobody owes the other anything (A-V12). What was
 * ever paid and charged stays. Answers the customer's UUID.
 * @throws Rejection INVALID (the word), IN_USE with what is left, NONZERO_BALANCE, STATE_CONFLICT
 */
export function archiveCustomer(context: Context, { id, confirmation, note = null }: ArchiveCustomer): Promise<string> {
  if (confirmation.trim().toLowerCase() !== archiveWord) {
    const message = say("reseller.typeWord", { word: archiveWord });
    throw new Rejection({ code: "INVALID", message, path: ["confirmation"] });
  }
  checkNote(note);
  return transaction(context, async (tx) => {
    const row = await changeableCustomer(tx, decodeId("cus", id));
    if (!canMove(customerMoves, row.state, "ARCHIVED")) {
      const message = say("customer.move", { customer: labelOf(row), state: row.state });
      throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
    }
    const refusals = [...(await dependentsLeft(tx, row)), ...(await balanceLeft(tx, row))];
    if (refusals.length > 0) throw new Rejection(refusals);
    const users = await tx.em.execute<{ id: string }[]>("select id from app_user where customer_id = ?", [row.id]);
    for (const user of users) await endSessionsOf(tx, user.id);
    await tx.em.nativeUpdate(CustomerEntity, { id: row.id }, { state: "ARCHIVED", version: row.version + 1 });
    await recordAudit(tx, {
      operation: "customer.archive",
      subjectKind: "customer",
      subjectId: row.id,
      subject: labelOf(row),
      changes: [{ field: "state", before: row.state, after: "ARCHIVED" }],
      path: row.path,
      note,
    });
    return row.id;
  });
}

async function dependentsLeft({ em }: Transaction, row: CustomerRow): Promise<Refusal[]> {
  const [counts] = await em.execute<[{ services: number; numbers: number }]>(
    `select (select count(*)::int from service where customer_id = ? and state <> 'TERMINATED') as services,
       (select count(*)::int from inventory_item where customer_id = ? and identifier_kind = 'PHONE_NUMBER' and state <> 'RETIRED') as numbers`,
    [row.id, row.id],
  );
  if (counts.services + counts.numbers === 0) return [];
  const { services, numbers } = counts;
  const message = say("customer.dependents", { customer: labelOf(row), services, numbers });
  return [{ code: "IN_USE", message, path: ["id"], typeName: "DependentsError", data: { services, numbers } }];
}

/** What is there, and what is set aside for something that is under way. */
async function balanceLeft({ em }: Transaction, row: CustomerRow): Promise<Refusal[]> {
  const [account] = await em.execute<{ balance: string; held: string; currency: string }[]>(
    `select b.balance_micros::text as balance, b.held_micros::text as held, a.currency
     from ledger_account a join ledger_balance b on b.account_id = a.id where a.path = ? and a.kind = 'BILLING'`,
    [row.path],
  );
  if (account === undefined || (account.balance === "0" && account.held === "0")) return [];
  const amount = { amount: decimalOf(money(BigInt(account.balance), account.currency)), currency: account.currency };
  const message = say("customer.balanceLeft", { customer: labelOf(row), amount });
  return [
    { code: "NONZERO_BALANCE", message, path: ["id"], typeName: "NonzeroBalanceError", data: { balance: amount } },
  ];
}
