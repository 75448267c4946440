import { newId } from "@tierline/shared/id.ts";
import { type PlaybookDocument, spoken } from "@tierline/shared/playbook.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { checkNote } from "../kernel/text.ts";
import { provisioningOf } from "../provisioning/parts.ts";
import { PlaybookEntity, PlaybookVersionEntity } from "../provisioning/playbook.entity.ts";
import { languageOf } from "./action-language.ts";
import { checkDocument, type PlacedProblem } from "./check-document.ts";
import type { PlaybookFormat } from "./playbook.enums.ts";

export interface SavePlaybook {
  readonly key: string;
  readonly baseVersion: number;
  readonly format: PlaybookFormat;
  readonly document: string;
  readonly note: string | null;
}

export interface SavedPlaybook {
  /** Null when the document has problems. */
  readonly id: string | null;
  readonly problems: readonly PlacedProblem[];
}

/**
 * Adds a version to a playbook of the viewer's own tier, or makes one. Runs under way keep theirs; orders from now on take the
 * new one. Refuses with STALE when somebody else has saved since.
 */
export async function savePlaybook(context: Context, input: SavePlaybook): Promise<SavedPlaybook> {
  checkNote(input.note);
  const { document, problems } = checkDocument(
    input.format,
    input.document,
    languageOf(provisioningOf(context).actions),
  );
  if (document === null) return { id: null, problems };
  if (document.key !== input.key) {
    const message = say("playbook.keyFixed", { found: document.key, key: input.key });
    return { id: null, problems: [{ message, path: "key", line: null, column: null }] };
  }
  return { id: await transaction(context, (tx) => write(tx, input, document)), problems: [] };
}

async function write(tx: Transaction, input: SavePlaybook, document: PlaybookDocument): Promise<string> {
  const { viewer, em } = tx;
  const number = input.baseVersion + 1;
  const id = input.baseVersion === 0 ? await create(tx, document) : await advance(tx, document, input.baseVersion);
  await em.insert(PlaybookVersionEntity, {
    id: newId(tx.clock.now().getTime()),
    path: viewer.path,
    playbook: id,
    number,
    format: input.format,
    document: input.document,
    createdAt: tx.clock.now(),
    createdBy: viewer.name,
    note: input.note,
  });
  await recordAudit(tx, {
    operation: "playbook.save",
    subjectKind: "playbook",
    subjectId: id,
    subject: say("subject.playbook", { title: spoken(document, "title"), key: document.key }),
    changes: [
      { field: "version", before: input.baseVersion === 0 ? null : String(input.baseVersion), after: String(number) },
    ],
    path: viewer.path,
    note: input.note,
  });
  return id;
}

async function create({ em, viewer, clock }: Transaction, document: PlaybookDocument): Promise<string> {
  const { key } = document;
  const taken = await em.execute<unknown[]>("select 1 from playbook where path = ? and key = ?", [viewer.path, key]);
  if (taken.length > 0) throw stale(key);
  const id = newId(clock.now().getTime());
  const { path } = viewer;
  await em.insert(PlaybookEntity, {
    id,
    path,
    key,
    title: spoken(document, "title"),
    description: spoken(document, "description"),
    latestVersion: 1,
    createdAt: clock.now(),
    version: 1,
  });
  return id;
}

async function advance({ em, viewer }: Transaction, document: PlaybookDocument, base: number): Promise<string> {
  const { key } = document;
  const [row] = await em.execute<{ id: string }[]>(
    `update playbook set title = ?, description = ?, latest_version = latest_version + 1, version = version + 1
     where path = ? and key = ? and latest_version = ? returning id`,
    [
      JSON.stringify(spoken(document, "title")),
      JSON.stringify(spoken(document, "description")),
      viewer.path,
      key,
      base,
    ],
  );
  if (row === undefined) throw stale(key);
  return row.id;
}

function stale(key: string): Rejection {
  const message = say("playbook.staleVersion", { key });
  return new Rejection({ code: "STALE", message, path: ["baseVersion"] });
}
