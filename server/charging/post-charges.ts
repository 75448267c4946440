import { rendered } from "@tierline/shared/render-sentence.ts";
import { addDays } from "@tierline/shared/billing-period.ts";
import { chargeMicros, type ChargeFormula, type ChargeKind, type ChargeSubject } from "@tierline/shared/charge.ts";
import { newId } from "@tierline/shared/id.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { say } from "@tierline/shared/sentence.ts";
import { sellerPathOf } from "../billing/billing-account.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { arrayText, unnested } from "../kernel/unnested.ts";
import { openAccount } from "../ledger/open-account.ts";
import { post, transactionsPerPost, type PaidBy } from "../ledger/post.ts";

export interface NewCharge {
  /** The buyer's. */
  readonly path: string;
  readonly subjectKind: ChargeSubject;
  readonly subjectId: string;
  readonly customerId: string | null;
  readonly recurringId: string | null;
  readonly kind: ChargeKind;
  readonly description: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly currency: string;
  readonly formula: ChargeFormula;
  /** Nobody else's: of what it is, and of which period. */
  readonly reference: string;
  /** Of a negative amount: the transaction of the charge that it gives back of. */
  readonly givesBackOf?: string;
}

interface Side {
  readonly accountId: string;
  readonly currency: string;
  readonly language: ReturnType<typeof languageOf>;
}

/**
 * Takes each amount from the buyer's account to its seller's income, whatever the balance is (U11), and keeps how it came to be. The
 * same reference again does nothing. Called as the system, since a seller may lie above whoever set it off.
 */
export async function postCharges(
  tx: Transaction,
  charges: readonly NewCharge[],
  paidBy: PaidBy | null = null,
): Promise<void> {
  const size = transactionsPerPost - 1;
  for (let done = 0; done < charges.length; done += size) {
    await postSome(tx, charges.slice(done, done + size), done === 0 ? paidBy : null);
  }
}

async function postSome(tx: Transaction, charges: readonly NewCharge[], paidBy: PaidBy | null): Promise<void> {
  const sides = await sidesOf(tx, charges);
  const incomes = new Map<string, string>();
  for (const { path, currency } of charges) {
    const key = `${sellerPathOf(path)} ${currency}`;
    if (incomes.has(key)) continue;
    incomes.set(key, await openAccount(tx, { path: sellerPathOf(path), kind: "INCOME", currency }));
  }
  const paid = charges.filter(({ formula }) => chargeMicros(formula) !== 0n);
  const transactions = paid.map((charge) => {
    const side = sides.get(charge.path);
    invariant(side?.currency === charge.currency, "a buyer is charged in the currency of its account");
    const micros = chargeMicros(charge.formula);
    const { givesBackOf } = charge;
    return {
      kind: "CHARGE" as const,
      reference: charge.reference,
      path: charge.path,
      description: textOf(charge, side),
      lines: [
        { accountId: side.accountId, micros: -micros },
        { accountId: incomes.get(`${sellerPathOf(charge.path)} ${charge.currency}`)!, micros }, // opened just above
      ],
      ...(givesBackOf !== undefined && { givesBack: [{ transactionId: givesBackOf, micros: -micros }] }),
    };
  });
  const payments = paidBy === null || paid.length === 0 ? [] : [paidBy.transaction];
  const all = paid.length === 0 ? [] : await post(tx, [...payments, ...transactions]);
  const posted = all.slice(payments.length);
  const unlike = all.find(({ outcome }) => outcome !== "POSTED" && outcome !== "REPEATED");
  invariant(unlike === undefined, `a charge is posted or was, not ${unlike?.outcome}`);
  if (payments.length > 0) await paidBy?.noted(all[0]!.id); // the first of them
  const idOf = new Map(paid.map(({ reference }, index) => [reference, posted[index]!.id]));
  const at = tx.clock.now();
  const rows = charges.map((charge) => ({
    id: newId(at.getTime()),
    path: charge.path,
    subject_kind: charge.subjectKind,
    subject_id: charge.subjectId,
    customer_id: charge.customerId,
    recurring_id: charge.recurringId,
    kind: charge.kind,
    description: charge.description,
    period_from: charge.from,
    period_until: charge.until,
    currency: charge.currency,
    amount_micros: String(chargeMicros(charge.formula)),
    formula: charge.formula,
    reference: charge.reference,
    transaction_id: idOf.get(charge.reference) ?? null,
    charged_at: at,
  }));
  const { columns, source, params } = unnested(chargeColumns, rows);
  await tx.em.execute(
    `insert into charge (${columns}) select ${columns} from ${source} on conflict (reference) do nothing`,
    [...params],
  );
}

const chargeColumns = {
  id: "uuid",
  path: "text",
  subject_kind: "text",
  subject_id: "uuid",
  customer_id: "uuid",
  recurring_id: "uuid",
  kind: "text",
  description: "text",
  period_from: "date",
  period_until: "date",
  currency: "text",
  amount_micros: "bigint",
  formula: "jsonb",
  reference: "text",
  transaction_id: "uuid",
  charged_at: "timestamptz",
};

/** The buyers' accounts, and the language of those who sell to them. */
async function sidesOf({ em }: Transaction, charges: readonly NewCharge[]): Promise<Map<string, Side>> {
  const paths = [...new Set(charges.map(({ path }) => path))];
  // Each is found by its key, however few there seem to be: `offset 0` keeps the planner from reading all of them for each.
  const rows = await em.execute<{ id: string; path: string; currency: string; locale: string | null }[]>(
    `select a.id, x.path, a.currency, s.locale from unnest(?::text[], ?::text[]) as x(path, seller)
       join lateral (select id, currency from ledger_account where kind = 'BILLING' and path = x.path offset 0) a on true
       left join lateral (select locale from reseller where path = x.seller offset 0) s on true`,
    [arrayText(paths), arrayText(paths.map(sellerPathOf))],
  );
  return new Map(
    rows.map(({ id, path, currency, locale }) => [
      path,
      { accountId: id, currency, language: languageOf(locale ?? "") },
    ]),
  );
}

/** As it stands in the statement, in the seller's language: a text is kept with every transaction, as with those entered by hand. */
function textOf({ kind, description, from, until }: NewCharge, { language }: Side): string {
  const what =
    kind === "SETUP"
      ? say("charge.setup", { what: description })
      : from === null || until === null
        ? description
        : say("charge.period", { what: description, from: { day: from }, to: { day: addDays(until, -1) } });
  return rendered(what, language ?? defaultLanguage);
}
