import { transactionKinds } from "@tierline/shared/ledger.ts";
import * as z from "zod/mini";
import type { LedgerEntryFilter } from "../api/generated/schema.ts";
import { startOfDay } from "../ui/zoned-time.ts";
import { choice, text } from "./url-parts.ts";

/** What a statement shows stands in the address: days of the reseller's time zone, both included. */
export const statementState = z.object({ kind: choice([...transactionKinds, ""], ""), from: text, to: text });
export type StatementState = z.output<typeof statementState>;

export const wholeStatement: StatementState = { kind: "", from: "", to: "" };

export function isWhole({ kind, from, to }: StatementState): boolean {
  return kind === "" && from === "" && to === "";
}

export function statementFilterOf({ kind, ...days }: StatementState, timeZone: string): LedgerEntryFilter {
  const [from, until] = [startOfDay(days.from, timeZone), startOfDay(days.to, timeZone, 1)];
  return {
    ...(kind !== "" && { kind: [kind] }),
    ...(from !== null && { from }),
    ...(until !== null && { until }),
  };
}
