import { createHash } from "node:crypto";
import { bulkColumns } from "@tierline/shared/bulk.ts";
import { say } from "@tierline/shared/sentence.ts";
import { AccessError, Rejection, type Refusal } from "../kernel/rejection.ts";
import { amountText } from "./amount-text.ts";
import type { Cells } from "./bulk-kind.ts";
import type { BulkImportRow } from "./bulk.entity.ts";
import { doers } from "./doers.ts";

type Planned = Pick<BulkImportRow, "kind" | "mapping" | "defaults" | "replacements" | "decimalMark">;

/** What each column says in a row. */
export function cellsOf(of: Planned, raw: readonly string[]): Cells {
  const cells: Record<string, string> = {};
  for (const { key, isAmount = false } of bulkColumns[of.kind]) {
    const index = of.mapping[key];
    const said = index === undefined ? "" : (raw[index] ?? "").trim();
    // A problem names an amount as it was understood, so that it is replaced however the file writes it.
    const read = (text: string): string => (isAmount ? amountText(text, of.decimalMark) : text);
    const known =
      said === "" ? undefined : of.replacements.find(({ column, from }) => column === key && read(from) === read(said));
    const meant = known?.to ?? said;
    const cell = meant === "" ? (of.defaults[key] ?? "") : meant;
    if (cell !== "") cells[key] = read(cell);
  }
  return cells;
}

/** The same for rows that say the same, or that bear the same reference. */
export function keyOf({ kind }: Pick<Planned, "kind">, cells: Cells): string {
  const { reference } = cells;
  const { sameBy } = doers[kind];
  const all = bulkColumns[kind].map(({ key }) => cells[key] ?? null);
  const same = sameBy?.map((key) => cells[key]?.toLowerCase() ?? null) ?? all;
  const words = reference === undefined ? same : ["ref", reference];
  return `${kind}:${createHash("sha256").update(JSON.stringify(words)).digest("base64url")}`;
}

/** @throws Rejection REQUIRED */
export function assertComplete({ kind }: Pick<Planned, "kind">, cells: Cells): void {
  const missing = bulkColumns[kind].find(({ key, isRequired }) => isRequired && cells[key] === undefined);
  if (missing === undefined) return;
  throw new Rejection({ code: "REQUIRED", message: say("bulk.missing", { column: missing.key }), path: [missing.key] });
}

/** The first that a verb says against a row, and of which column; null for what went wrong in itself. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Rejection) return error.refusals[0] ?? null;
  if (!(error instanceof AccessError)) return null;
  if (error.code === "NOT_FOUND") return { code: "UNKNOWN_REFERENCE", message: error.sentence };
  if (error.code === "FORBIDDEN") return { code: "EXCEEDS_RIGHTS", message: error.sentence };
  if (error.code === "RESELLER_SUSPENDED" || error.code === "RESELLER_NOT_ACTIVATED") {
    return { code: error.code, message: error.sentence };
  }
  return null;
}

export function columnOf({ kind }: Pick<Planned, "kind">, path: readonly string[] | undefined): string | null {
  const known = new Set(bulkColumns[kind].map(({ key }) => key));
  const { columnOf: byField } = doers[kind];
  for (const field of (path ?? []).toReversed()) {
    const column = byField[field] ?? field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (known.has(column)) return column;
  }
  return null;
}
