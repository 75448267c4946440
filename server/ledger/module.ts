import type { Module } from "../kernel/module-shape.ts";
import { expireHolds } from "./hold-credit.ts";
import {
  CreditHoldEntity,
  LedgerAccountEntity,
  LedgerBalanceEntity,
  LedgerReturnEntity,
  LedgerTransactionEntity,
  PostingEntity,
} from "./ledger.entity.ts";

export const ledger = {
  entities: [
    LedgerAccountEntity,
    LedgerBalanceEntity,
    LedgerTransactionEntity,
    PostingEntity,
    LedgerReturnEntity,
    CreditHoldEntity,
  ],
  sql: [
    new URL("./ledger.sql", import.meta.url),
    new URL("./post.sql", import.meta.url),
    new URL("./hold.sql", import.meta.url),
    new URL("./terms.sql", import.meta.url),
  ],
  sweeps: [{ key: "expired-holds", everySeconds: 30, run: expireHolds }],
} satisfies Module;
