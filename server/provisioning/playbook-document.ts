import { parse as parseYaml } from "yaml";
import { type PlaybookDocument, playbookSchema } from "@tierline/shared/playbook.ts";
import { say, type Sentence, type Words } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import type { PlaybookVersionRow } from "./playbook.entity.ts";

/** A version that a run can be pinned to, with its document read. */
export interface PinnedPlaybook {
  readonly versionId: string;
  readonly key: string;
  readonly title: Words;
  readonly number: number;
  readonly document: PlaybookDocument;
}

interface VersionRow {
  id: string;
  key: string;
  title: Words;
  number: number;
  format: PlaybookVersionRow["format"];
  document: string;
}

/** YAML 1.2 of JSON types only; aliases are limited, since a small text can stand for a huge one. */
export function readDocument(format: PlaybookVersionRow["format"], text: string): unknown {
  return format === "JSON"
    ? JSON.parse(text)
    : parseYaml(text, { schema: "core", maxAliasCount: 50, logLevel: "error" });
}

/** A document that was checked when it was saved. */
export function parsePlaybook(format: PlaybookVersionRow["format"], text: string): PlaybookDocument {
  return playbookSchema.parse(readDocument(format, text));
}

/** The newest version of the playbook of that key, of the tier nearest above the path. Refuses with MISSING_ACTION. */
export async function latestPlaybook(tx: Pick<Transaction, "em">, key: string, path: string): Promise<PinnedPlaybook> {
  const rows = await tx.em.execute<VersionRow[]>("select * from latest_playbook(?, ?)", [key, path]);
  return pinned(rows[0], say("playbook.unknown", { key }));
}

/** One version by its id, as a quote was made with. */
export async function playbookVersion(tx: Pick<Transaction, "em">, versionId: string): Promise<PinnedPlaybook> {
  const rows = await tx.em.execute<VersionRow[]>(
    `select v.id, p.key, p.title, v.number, v.format, v.document
     from playbook_version v join playbook p on p.id = v.playbook_id where v.id = ?`,
    [versionId],
  );
  return pinned(rows[0], say("playbook.noVersion"));
}

function pinned(row: VersionRow | undefined, message: Sentence): PinnedPlaybook {
  if (row === undefined) throw new Rejection({ code: "MISSING_ACTION", message });
  const { id: versionId, key, title, number } = row;
  return { versionId, key, title, number, document: documentOf(row) };
}

const documentsMax = 200;
const documents = new Map<string, PlaybookDocument>();

/** By its text: every run of a version reads the same one. */
function documentOf({ format, document: text }: VersionRow): PlaybookDocument {
  const known = documents.get(text);
  if (known !== undefined) return known;
  const document = parsePlaybook(format, text);
  const [oldest] = documents.keys();
  if (documents.size >= documentsMax && oldest !== undefined) documents.delete(oldest);
  documents.set(text, document);
  return document;
}
