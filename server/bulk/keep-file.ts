import { createHash } from "node:crypto";
import { mapColumns, plainHeader, bulkColumns, bulkPermissions, type BulkKind } from "@tierline/shared/bulk.ts";
import { newId } from "@tierline/shared/id.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { BulkImportEntity } from "./bulk.entity.ts";
import { readBulkTable } from "./read-table.ts";

const rowsAtOnce = 5_000;

export interface BulkFile {
  readonly kind: BulkKind;
  readonly fileName: string;
  readonly content: Buffer;
}

/** What is done later is done by a person: a program's rights may end with its key, and another's place with a click. */
export function assertPerson({ viewer }: Pick<Context, "viewer">): void {
  if (viewer.program === undefined && viewer.onBehalfOf?.kind !== "USER") return;
  throw new AccessError("FORBIDDEN", say("bulk.personOnly"));
}

/**
 * Keeps a file with its rows as they are, and guesses which column is what; nothing is done with it. Answers the import's UUID.
 * @throws AccessError FORBIDDEN; Rejection INVALID
 */
export async function keepBulkFile(context: Context, { kind, fileName, content }: BulkFile): Promise<string> {
  assertPerson(context);
  require(context, bulkPermissions[kind]);
  const table = await readBulkTable(content);
  const digest = createHash("sha256").update(content).digest("base64url");
  return transaction(context, async (tx) => {
    const { em, viewer } = tx;
    const now = tx.clock.now();
    const id = newId(now.getTime());
    const name = fileName
      .replaceAll(/\p{Cc}/gu, "")
      .toWellFormed()
      .slice(0, nameLengthMax);
    await em.insert(BulkImportEntity, {
      id,
      path: viewer.path,
      kind,
      state: "UPLOADED",
      fileName: name,
      digest,
      headers: [...table.headers],
      rowCount: table.rows.length,
      mapping: mapColumns(kind, table.headers, await rememberedColumns(tx, kind)),
      defaults: {},
      replacements: [],
      decimalMark: table.decimalMark,
      stock: [],
      money: {},
      lanes: [],
      userId: viewer.userId,
      userName: viewer.name,
      actingForId: viewer.onBehalfOf?.id ?? null,
      ratePerMinute: null,
      halt: null,
      nextAt: now,
      servedAt: null,
      busyUntil: now,
      createdAt: now,
      startedAt: null,
      endedAt: null,
      counts: null,
      rowsDeletedAt: null,
      version: 1,
    });
    await insertRows(tx, id, table.rows);
    await recordAudit(tx, {
      operation: "bulk.upload",
      subjectKind: "bulkImport",
      subjectId: id,
      subject: name,
      changes: [{ field: "rows", before: null, after: String(table.rows.length) }],
      path: viewer.path,
    });
    return id;
  });
}

async function insertRows(tx: Transaction, id: string, rows: readonly (readonly string[])[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.em.execute(
      `insert into bulk_row (import_id, number, path, state, cells, lane, is_claimed, attempts)
       select ?, ? + t.place, ?, 'STAGED', t.cells, '', false, 0
       from jsonb_array_elements(?::jsonb) with ordinality as t(cells, place)`,
      [id, from, tx.viewer.path, JSON.stringify(rows.slice(from, from + rowsAtOnce))],
    );
  }
}

/** Plain header → column, as this reseller's last import of the kind that was rehearsed had it. */
async function rememberedColumns({ em, viewer }: Transaction, kind: BulkKind): Promise<Map<string, string>> {
  const [last] = await em.find(
    BulkImportEntity,
    { path: viewer.path, kind, state: { $ne: "UPLOADED" } },
    { disableIdentityMap: true, orderBy: { createdAt: "desc" }, limit: 1 },
  );
  if (last === undefined) return new Map();
  const columns = bulkColumns[kind].filter(({ key }) => last.mapping[key] !== undefined);
  return new Map(columns.map(({ key }) => [plainHeader(last.headers[last.mapping[key]!] ?? ""), key]));
}
