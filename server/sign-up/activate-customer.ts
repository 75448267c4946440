import { customerMoves } from "@tierline/shared/customer-state.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { defaultLanguage, languageOf, type Language } from "@tierline/shared/language.ts";
import { canMove } from "@tierline/shared/moves.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { publicAddressFor } from "../kernel/public-address.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { textLengthMax } from "@tierline/shared/limits.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/**
 * VX3: takes on a customer that signed up. It is active, its account goes on being permissive, its people come in, and are told so.
 * Answers its UUID.
 * @throws Rejection STATE_CONFLICT (it does not wait, or screening has switched it off)
 */
export function activateCustomer(context: Context, apiId: string): Promise<string> {
  return transaction(context, async (tx) => {
    const row = await waitingCustomer(tx, apiId, "ACTIVE");
    const [off] = await tx.em.execute<unknown[]>(
      "select 1 from screening_case where customer_id = ? and state = 'DEACTIVATED' limit 1",
      [row.id],
    );
    if (off !== undefined)
      throw new Rejection({ code: "STATE_CONFLICT", message: say("signUp.screened"), path: ["id"] });
    await tx.em.nativeUpdate(CustomerEntity, { id: row.id }, { state: "ACTIVE", version: row.version + 1 });
    await record(tx, row, "customer.activate", "ACTIVE", null);
    await mailTo(tx, row, "ACTIVE", (reseller) => [
      say("signUp.activated.subject", { reseller }),
      say("signUp.activated.text", { reseller }),
    ]);
    return row.id;
  });
}

/**
 * Refuses a customer that signed up: it is put away with the reason, of which it is told, and its people are forgotten, so that their
 * addresses are free again. Answers its UUID.
 * @throws Rejection STATE_CONFLICT, REQUIRED, TOO_LONG, INVALID
 */
export function refuseCustomer(
  context: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<string> {
  const refusals = new Refusals();
  checkText(
    refusals,
    reason,
    { noun: "noun.reason", max: textLengthMax, isRequired: true, isMultiline: true },
    "reason",
  );
  refusals.settle();
  return transaction(context, async (tx) => {
    const row = await waitingCustomer(tx, id, "ARCHIVED");
    await mailTo(tx, row, "ARCHIVED", (reseller) => [
      say("signUp.refused.subject", { reseller }),
      say("signUp.refused.text", { reseller, reason }),
    ]);
    for (const table of ["account_link", "session", "credential"] as const) {
      await tx.em.execute(`delete from ${table} where user_id in (select id from app_user where customer_id = ?)`, [
        row.id,
      ]);
    }
    await tx.em.execute("delete from app_user where customer_id = ?", [row.id]);
    await tx.em.nativeUpdate(CustomerEntity, { id: row.id }, { state: "ARCHIVED", version: row.version + 1 });
    await record(tx, row, "customer.refuse", "ARCHIVED", reason);
    return row.id;
  });
}

async function waitingCustomer(tx: Transaction, apiId: string, to: "ACTIVE" | "ARCHIVED"): Promise<CustomerRow> {
  const row = await changeableCustomer(tx, decodeId("cus", apiId));
  if (row.state === "WAITING" && canMove(customerMoves, row.state, to)) return row;
  const message = say("signUp.notWaiting", { customer: labelOf(row) });
  throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
}

function record(
  tx: Transaction,
  row: CustomerRow,
  operation: string,
  state: "ACTIVE" | "ARCHIVED",
  note: string | null,
): Promise<string> {
  return recordAudit(tx, {
    operation,
    subjectKind: "customer",
    subjectId: row.id,
    subject: labelOf(row),
    changes: [{ field: "state", before: row.state, after: state }],
    path: row.path,
    note,
  });
}

interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly locale: string | null;
}

/** Its people each in their language; where it has none, its own address. It bears the reseller's name, and leads to its own host name. */
async function mailTo(
  tx: Transaction,
  row: CustomerRow,
  what: "ACTIVE" | "ARCHIVED",
  wording: (reseller: string) => readonly [subject: Sentence, text: Sentence],
): Promise<void> {
  const people = await tx.em.execute<Recipient[]>(
    "select name, email, locale from app_user where customer_id = ? and disabled_at is null order by id limit 20",
    [row.id],
  );
  const { name: reseller } = await tx.em.findOneOrFail(
    ResellerEntity,
    { id: row.reseller },
    { disableIdentityMap: true },
  );
  const own = row.email == null ? [] : [{ name: row.name, email: row.email, locale: row.language }];
  const link = what === "ACTIVE" ? [`${await publicAddressFor(tx, row.path)}/sign-in`] : [];
  const [subject, text] = wording(reseller);
  for (const { name, email, locale } of people.length > 0 ? people : own) {
    const language: Language = languageOf(locale ?? row.language) ?? defaultLanguage;
    const lines = [say("accountMail.greeting", { name }), text].map((line) => rendered(line, language));
    await queueMail(tx, {
      path: row.path,
      cause: `sign-up:${what}:${row.id}`,
      recipients: [email],
      subject: rendered(subject, language),
      body: `${[...lines, ...link, reseller].join("\n\n")}\n`,
    });
  }
}
