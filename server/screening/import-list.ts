import { createHash } from "node:crypto";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { screeningFilesMax, screeningProblemsMax } from "@tierline/shared/limits.ts";
import type { ScreeningList } from "@tierline/shared/screening.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { arrayText } from "../kernel/unnested.ts";
import { AccessError, notFound, Rejection } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import {
  ListEntryEntity,
  ListVersionEntity,
  ScreeningFileEntity,
  type KeptName,
  type ListVersionRow,
} from "./list.entity.ts";
import { contentHash, type FileProblem, type ListedEntry, type ReadList } from "./listed-entry.ts";
import { normalised } from "./normalised-name.ts";
import { readCsl } from "./read-csl.ts";
import { readDpl } from "./read-dpl.ts";
import { readSdn } from "./read-sdn.ts";
import type { ListFile } from "./read-table.ts";

export interface ImportListInput {
  readonly list: ScreeningList;
  /** The API's ids of files that were handed in. */
  readonly fileIds: readonly string[];
  /** That far fewer entries than before are meant. */
  readonly isShrinkMeant?: boolean | null | undefined;
}

export interface ImportedList {
  /** The version in force now; null when the files were refused. */
  readonly versionId: string | null;
  readonly isNew: boolean;
  readonly problems: readonly FileProblem[];
}

const readers: Readonly<Record<ScreeningList, (files: readonly ListFile[]) => Promise<ReadList>>> = {
  OFAC_SDN: readSdn,
  CSL: readCsl,
  DPL: readDpl,
};

/** A file that is cut off would make thousands of parties unknown. */
const shrinkMax = 0.2;
const rowsPerStatement = 1_000;

/**
 * Makes what files say the list in force, all at once or not at all; the same files as now change nothing. Files that are wrong in any
 * place are refused with each of them.
 * @throws AccessError NOT_FOUND for who works below the operator; Rejection
 */
export async function importList(context: Context, input: ImportListInput): Promise<ImportedList> {
  if (context.viewer.path !== rootPath) throw new AccessError("FORBIDDEN", say("screening.operatorOnly"));
  const files = await filesOf(context, input.fileIds);
  const digest = createHash("sha256")
    .update(
      files
        .map(({ digest: each }) => each)
        .toSorted()
        .join(),
    )
    .digest("base64url");
  const current = await currentVersion(context, input.list);
  if (current?.digest === digest) return { versionId: current.id, isNew: false, problems: [] };
  const { entries, problems } = await readers[input.list](files);
  if (problems.length > 0 || entries.length === 0) {
    const empty: FileProblem = { file: files[0]!.name, line: null, message: say("screening.file.empty") }; // one at least
    return {
      versionId: null,
      isNew: false,
      problems: problems.length > 0 ? problems.slice(0, screeningProblemsMax) : [empty],
    };
  }
  const versionId = await transaction(context, (tx) => replace(tx, input, { files, digest, entries }));
  return { versionId, isNew: true, problems: [] };
}

interface KeptFile extends ListFile {
  readonly digest: string;
}

async function filesOf({ em }: Context, apiIds: readonly string[]): Promise<KeptFile[]> {
  if (apiIds.length === 0) {
    throw new Rejection({ code: "REQUIRED", message: say("screening.file.needed"), path: ["fileIds"] });
  }
  if (apiIds.length > screeningFilesMax) {
    const message = say("screening.file.tooMany", { max: screeningFilesMax });
    throw new Rejection({ code: "TOO_LONG", message, path: ["fileIds"] });
  }
  const ids = apiIds.map((apiId) => decodeId("sfl", apiId));
  const rows = await em.find(
    ScreeningFileEntity,
    { id: { $in: ids.filter((id) => id !== null) } },
    { disableIdentityMap: true, populate: ["text"] },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = id === null ? undefined : byId.get(id);
    if (row === undefined) throw notFound();
    return { name: row.name, text: row.text, digest: row.digest };
  });
}

export function currentVersion({ em }: Pick<Context, "em">, list: ScreeningList): Promise<ListVersionRow | null> {
  return em.findOne(ListVersionEntity, { list, isCurrent: true }, { disableIdentityMap: true });
}

interface Replacement {
  readonly files: readonly KeptFile[];
  readonly digest: string;
  readonly entries: readonly ListedEntry[];
}

async function replace(
  tx: Transaction,
  input: ImportListInput,
  { files, digest, entries }: Replacement,
): Promise<string> {
  const { list } = input;
  await tx.em.execute("select pg_advisory_xact_lock(7401388, hashtext(?))", [list]);
  const before = await currentVersion(tx, list);
  if (before?.digest === digest) return before.id; // somebody was faster
  const known = await tx.em.execute<{ id: string; reference: string; content_hash: string }[]>(
    "select id, reference, content_hash from list_entry where list = ? and until_id is null",
    [list],
  );
  const hashes = new Map(known.map((row) => [row.reference, row.content_hash]));
  const hashed = entries.map((entry) => ({ entry, hash: contentHash(entry) }));
  const fresh = hashed.filter(({ entry, hash }) => hashes.get(entry.reference) !== hash);
  const said = new Map(hashed.map(({ entry, hash }) => [entry.reference, hash]));
  const past = known.filter((row) => said.get(row.reference) !== row.content_hash);
  const gone = past.filter((row) => !said.has(row.reference)).length;
  if (gone > known.length * shrinkMax && input.isShrinkMeant !== true) {
    const message = say("screening.shrinks", { gone, entries: known.length });
    throw new Rejection({ code: "INVALID", message, path: ["isShrinkMeant"] });
  }
  const importedAt = tx.clock.now();
  const id = newId(importedAt.getTime());
  const changed = past.length - gone;
  await tx.em.nativeUpdate(ListVersionEntity, { list, isCurrent: true }, { isCurrent: false });
  await tx.em.insert(ListVersionEntity, {
    id,
    path: rootPath,
    list,
    number: (before?.number ?? 0) + 1,
    digest,
    files: files.map(({ name }) => name),
    isCurrent: true,
    entries: entries.length,
    names: entries.reduce((sum, { names }) => sum + names.length, 0),
    added: fresh.length - changed,
    changed,
    gone,
    importedAt,
    importedBy: tx.viewer.name,
    askedUpTo: null,
    askedAt: null,
    touched: 0,
  });
  await closeEntries(tx, past, id);
  await insertEntries(tx, list, id, fresh);
  await recordAudit(tx, {
    operation: "screening.import",
    subjectKind: "listVersion",
    subjectId: id,
    subject: say("screening.list", { list: say(`screening.list.${list}`), number: (before?.number ?? 0) + 1 }),
    changes: changesBetween({}, { entries: entries.length, added: fresh.length - changed, changed, gone }),
    path: rootPath,
  });
  return id;
}

async function closeEntries({ em }: Transaction, past: readonly { readonly id: string }[], versionId: string) {
  if (past.length === 0) return;
  const ids = past.map(({ id }) => id);
  await em.execute("update list_entry set until_id = ? where id = any(?::uuid[])", [versionId, arrayText(ids)]);
}

interface Hashed {
  readonly entry: ListedEntry;
  readonly hash: string;
}

async function insertEntries(tx: Transaction, list: ScreeningList, sinceId: string, fresh: readonly Hashed[]) {
  const at = tx.clock.now().getTime();
  for (let from = 0; from < fresh.length; from += rowsPerStatement) {
    const rows = fresh.slice(from, from + rowsPerStatement).map(({ entry, hash }) => ({
      id: newId(at),
      path: rootPath,
      list,
      reference: entry.reference,
      contentHash: hash,
      sinceId,
      untilId: null,
      kind: entry.kind,
      source: entry.source,
      names: entry.names.map(keptName),
      addresses: [...entry.addresses],
      remarks: entry.remarks,
    }));
    await tx.em.insertMany(ListEntryEntity, rows);
  }
}

function keptName({ name, kind }: ListedEntry["names"][number]): KeptName {
  const { words, key } = normalised(name);
  return { name, kind, plain: words.join(" "), key };
}
