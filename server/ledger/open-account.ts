import { newId } from "@tierline/shared/id.ts";
import { partsOfAccount, type LedgerAccountKind } from "@tierline/shared/ledger.ts";
import type { Transaction } from "../kernel/context.ts";

export interface AccountPlace {
  readonly path: string;
  readonly kind: LedgerAccountKind;
  readonly currency: string;
}

/** The id of a tier's account, which is opened where it is not there yet. The tier is the caller's, one below, or one above. */
export async function openAccount(tx: Transaction, { path, kind, currency }: AccountPlace): Promise<string> {
  const at = tx.clock.now();
  const [{ id }] = await tx.em.execute<[{ id: string }]>("select open_ledger_account(?, ?, ?, ?, ?, ?) as id", [
    newId(at.getTime()),
    path,
    kind,
    currency,
    partsOfAccount[kind],
    at,
  ]);
  return id;
}
