import { newId } from "@tierline/shared/id.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { soldAccount } from "../billing/billing-account.ts";
import { buyerOf } from "../billing/record-entry.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { Refusals } from "../kernel/rejection.ts";
import { TaxExemptionEntity } from "./tax.entity.ts";

export interface SetTaxExemptionInput {
  /** The API's id. */
  readonly accountId: string;
  /** Missing: it is not exempt. */
  readonly reason?: string | null | undefined;
  readonly taxNumber?: string | null | undefined;
}

export interface TaxExemption {
  readonly reason: string;
  readonly taxNumber: string | null;
}

/**
 * That a buyer is asked for no tax, or is again; the same again changes nothing. Answers the account's UUID.
 * @throws AccessError NOT_FOUND for an account that the viewer does not sell to; Rejection with all that is wrong
 */
export function setTaxExemption(context: Context, input: SetTaxExemptionInput): Promise<string> {
  return transaction(context, async (tx) => {
    const account = await soldAccount(tx, input.accountId);
    const { id: accountId, path } = account;
    await tx.em.execute("select pg_advisory_xact_lock(7401351, hashtext(?))", [accountId]);
    const refusals = new Refusals();
    const max = nameLengthMax;
    const reason = checkText(refusals, input.reason, { noun: "noun.reason", max }, "reason");
    const number = checkText(refusals, input.taxNumber, { noun: "noun.taxNumber", max }, "taxNumber");
    refusals.settle();
    const next = { reason, taxNumber: reason === null ? null : number };
    const before = (await exemptionsOf(tx, [path])).get(path) ?? { reason: null, taxNumber: null };
    const inWords = ({ reason: exempt, taxNumber }: typeof next) => ({ taxExempt: exempt, taxNumber });
    const changes = changesBetween(inWords(before), inWords(next));
    if (changes.length === 0) return accountId;
    const createdAt = tx.clock.now();
    await tx.em.insert(TaxExemptionEntity, { id: newId(createdAt.getTime()), path, ...next, createdAt });
    await recordAudit(tx, { operation: "tax.exemption", ...(await buyerOf(tx, account)), changes, path });
    return accountId;
  });
}

async function exemptionsOf({ em }: Pick<Context, "em">, paths: readonly string[]): Promise<Map<string, TaxExemption>> {
  const rows = await em.execute<{ path: string; reason: string | null; tax_number: string | null }[]>(
    "select distinct on (path) path, reason, tax_number from tax_exemption where path in (?) order by path, id desc",
    [paths],
  );
  return new Map(
    rows.flatMap(({ path, reason, tax_number: taxNumber }) =>
      reason === null ? [] : [[path, { reason, taxNumber }] as const],
    ),
  );
}

/** By the buyer's path; none for who is asked for taxes. */
export const taxExemptionByPath = loader<string, TaxExemption>(exemptionsOf);
