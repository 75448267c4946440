import { newId } from "@tierline/shared/id.ts";
import { csvFileDays, csvFileRowsMax, csvFilesAtOnce, csvFilesListed, csvRowsAtOnce } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { viewerOfUser } from "../identity/viewer-of-user.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { csvLine, type CsvExport } from "../kernel/csv.ts";
import { mapped } from "../kernel/mapped.ts";
import { AccessError, notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { variablesOf, type Viewer } from "../kernel/viewer.ts";
import { CsvFileEntity, CsvFilePartEntity, type CsvFileRow } from "./csv-file.entity.ts";
import { exportsByKey } from "./exports.ts";

type Query = Readonly<Record<string, string>>;

/** Begins a file that is made in the background. @throws AccessError BAD_USER_INPUT (in nobody's own place), RATE_LIMITED */
export function askForFile(context: Context, list: CsvExport, query: Query): Promise<CsvFileRow> {
  const { userId, path, onBehalfOf, onlyCustomers, permissions, program } = context.viewer;
  if (program !== undefined || onBehalfOf?.kind === "USER") {
    throw new AccessError("BAD_USER_INPUT", say("csv.tooLong", { max: csvRowsAtOnce }));
  }
  return transaction(context, async ({ em, clock }) => {
    // Of two requests of one person one counts after the other.
    await em.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`csv_file ${userId}`]);
    const making = await em.count(CsvFileEntity, { userId, state: "MAKING" });
    if (making >= csvFilesAtOnce) throw new AccessError("RATE_LIMITED", say("csv.busy", { max: csvFilesAtOnce }), 60);
    const now = clock.now();
    const row = {
      id: newId(now.getTime()),
      path,
      userId,
      actingForId: onBehalfOf === null ? null : onBehalfOf.id,
      list: list.key,
      query: { ...query },
      rights: [...permissions].filter((each) => each.endsWith(".view")),
      onlyCustomers: onlyCustomers === null ? null : [...onlyCustomers],
      state: "MAKING" as const,
      parts: 0,
      rowCount: 0,
      cursor: null,
      busyUntil: now,
      createdAt: now,
      endedAt: null,
    };
    await em.insert(CsvFileEntity, row);
    return row;
  });
}

/** What the viewer has asked for in this place, newest first. */
export function ownFiles({ em, viewer }: Context): Promise<CsvFileRow[]> {
  const where = { userId: viewer.userId, path: viewer.path };
  return em.find(CsvFileEntity, where, {
    disableIdentityMap: true,
    orderBy: { createdAt: "desc", id: "desc" },
    limit: csvFilesListed,
  });
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws AccessError NOT_FOUND for who did not ask for it or may look at less since; FORBIDDEN without the list's own right */
export async function ownFile(context: Context, id: string): Promise<CsvFileRow> {
  const { em, viewer } = context;
  const row = uuidPattern.test(id) ? await em.findOne(CsvFileEntity, { id }, { disableIdentityMap: true }) : null;
  const list = row === null ? undefined : exportsByKey.get(row.list);
  if (row === null || list === undefined || row.userId !== viewer.userId || row.path !== viewer.path) throw notFound();
  require(context, list.permission);
  if (!seesAsMuch(viewer, row)) throw notFound();
  return row;
}

/** Whoever may look at less since then does not get what was read before. */
function seesAsMuch({ onlyCustomers, permissions }: Viewer, row: CsvFileRow): boolean {
  const held: ReadonlySet<string> = permissions;
  if (!row.rights.every((each) => held.has(each))) return false;
  return onlyCustomers === null || (row.onlyCustomers?.every((path) => onlyCustomers.includes(path)) ?? false);
}

/** A part at a time, as whoever fetches it takes it. */
export async function* bodyOf({ em }: Context, { id, parts }: CsvFileRow): AsyncGenerator<string> {
  for (let number = 0; number < parts; number += 1) {
    const part = await em.findOne(CsvFilePartEntity, { file: id, number }, { disableIdentityMap: true });
    if (part === null) return; // it was thrown away meanwhile
    yield part.body;
  }
}

const busyMs = 30_000;
const partsASweep = 20;

/** Sweep: goes on with the file that has waited longest and that nobody is at; who died while at it is replaced. */
export async function makeFiles(system: Context): Promise<number> {
  const [taken] = await system.em.execute<object[]>(
    `update csv_file set busy_until = ? where id = (select id from csv_file where state = 'MAKING' and busy_until <= ?
       order by created_at, id limit 1 for update skip locked) returning *`,
    [later(system), system.clock.now()],
  );
  if (taken === undefined) return 0;
  let [row] = mapped(system.em, CsvFileEntity, [taken]);
  for (let made = 0; made < partsASweep && row?.state === "MAKING"; made += 1) row = await writePart(system, row);
  // What is left goes on at the next sweep, whoever's it is.
  await system.em.execute("update csv_file set busy_until = ? where id = ? and state = 'MAKING'", [
    system.clock.now(),
    row?.id ?? null,
  ]);
  return 1;
}

function later({ clock }: Context): Date {
  return new Date(clock.now().getTime() + busyMs);
}

interface Part {
  readonly body: string;
  readonly lines: number;
  readonly endCursor: string | null;
}

/** Reads as the person who asked is now: a right that ended since ends the file. */
async function writePart(system: Context, row: CsvFileRow): Promise<CsvFileRow | undefined> {
  const part = await readPart(system, row);
  return transaction(system, async ({ em, clock }) => {
    const rowCount = row.rowCount + (part?.lines ?? 0);
    const isTooLong = rowCount > csvFileRowsMax;
    const state = part === null || isTooLong ? "FAILED" : part.endCursor === null ? "READY" : "MAKING";
    // Of two who are at it, only the first to write this part does.
    const [changed] = await em.execute<object[]>(
      `update csv_file set parts = parts + 1, row_count = ?, cursor = ?, state = ?, busy_until = ?, ended_at = ?
       where id = ? and parts = ? and state = 'MAKING' returning *`,
      [
        rowCount,
        part?.endCursor ?? null,
        state,
        later(system),
        state === "MAKING" ? null : clock.now(),
        row.id,
        row.parts,
      ],
    );
    if (changed === undefined) return undefined;
    if (state === "FAILED") await em.nativeDelete(CsvFilePartEntity, { file: row.id });
    else await em.insert(CsvFilePartEntity, { file: row.id, number: row.parts, path: row.path, body: part!.body });
    return mapped(em, CsvFileEntity, [changed])[0];
  });
}

/** Null when nobody is left who may read it. */
async function readPart(system: Context, row: CsvFileRow): Promise<Part | null> {
  const list = exportsByKey.get(row.list);
  const filter = list?.filter.safeParse(row.query);
  const viewer = await viewerOf(system, row);
  if (list === undefined || filter?.success !== true || viewer === null) return null;
  if (!viewer.permissions.has(list.permission) || viewer.path !== row.path || !seesAsMuch(viewer, row)) return null;
  const em = system.em.fork({ session: { variables: variablesOf(viewer) } });
  const page = await list.page({ ...system, viewer, em }, filter.data, {
    first: csvRowsAtOnce,
    after: row.cursor ?? null,
  });
  const head = row.parts === 0 ? csvLine(list.columns) : "";
  return { body: head + page.lines.map(csvLine).join(""), lines: page.lines.length, endCursor: page.endCursor };
}

async function viewerOf(system: Context, { userId, actingForId }: CsvFileRow): Promise<Viewer | null> {
  try {
    return await viewerOfUser(system, userId, actingForId ?? null);
  } catch (error) {
    if (error instanceof AccessError) return null;
    throw error;
  }
}

/** Sweep: files are kept for some days. */
export async function forgetFiles({ em, clock }: Context): Promise<number> {
  const before = new Date(clock.now().getTime() - csvFileDays * 86_400_000);
  return em.nativeDelete(CsvFileEntity, { createdAt: { $lt: before } });
}
