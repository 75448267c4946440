import type { Money } from "@tierline/shared/money.ts";
import type { BulkKind } from "@tierline/shared/bulk.ts";
import type { Context } from "../kernel/context.ts";
import type { InventoryTemplateRow } from "../inventory/template.entity.ts";
import type { ShownMove } from "./bulk.entity.ts";

/** What a row says of each column, defaults and replacements included; a column that says nothing is missing. */
export type Cells = Readonly<Record<string, string>>;

/** What would come of a row. */
export interface Outlook {
  /** It has come already. */
  readonly isUnchanged?: boolean;
  /** Handed in again when the row is done, so that nothing else comes of it than was shown. */
  readonly agreed?: string | null;
  /** An item of each of these. */
  readonly needs?: readonly { readonly template: InventoryTemplateRow; readonly path: string }[];
  /** Keys of what its run asks. */
  readonly connectors?: readonly string[];
  readonly money?: Money | null;
  readonly move?: ShownMove | null;
}

export interface Deed {
  /** The API's id of what came of it. */
  readonly resultId: string;
  /** The run that is to end before it is done. */
  readonly runId: string | null;
}

export interface RowToDo {
  readonly cells: Cells;
  readonly agreed: string | null;
  /** The same whenever the row is tried again. */
  readonly idempotencyKey: string;
}

/** One of the kinds of things that many of are done at once: each row by the verb that does it once. */
export interface BulkDoer {
  readonly kind: BulkKind;
  /** Which column a field of the verb's input is, where it is called otherwise. */
  readonly columnOf: Readonly<Record<string, string>>;
  /**
   * What it does can be taken back, and then be done again: a row counts as done before only as long as what it said still holds, as
   * `rehearse` tells. Without it a row is done once for all.
   */
  readonly isReversible?: boolean;
  /** By which columns two rows say the same; by all of them without it. */
  readonly sameBy?: readonly string[];
  /** Writes nothing. @throws Rejection, AccessError as the verb does */
  rehearse(context: Context, cells: Cells): Promise<Outlook>;
  perform(context: Context, row: RowToDo): Promise<Deed>;
}
