import { encodeId, newId } from "@tierline/shared/id.ts";
import { screeningClaimMinutes } from "@tierline/shared/limits.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { fetchFile, type FetchedFile } from "./fetch-file.ts";
import { currentVersion, importList } from "./import-list.ts";
import { keepScreeningFile } from "./keep-file.ts";
import type { FileProblem } from "./listed-entry.ts";
import { ListSourceEntity, type ListSourceRow, type Validator } from "./list-source.entity.ts";

const fresh = { disableIdentityMap: true } as const;
const hourMs = 3_600_000;
const claimMs = screeningClaimMinutes * 60_000;

/**
 * Fetches every list whose time has come, once each, however many workers ask: whoever takes one holds it until it is done, or for some
 * minutes where they die over it. Nothing is locked meanwhile. Answers how many were fetched.
 */
export async function fetchLists(context: Context): Promise<number> {
  for (let done = 0; ; done += 1) {
    const source = await transaction(context, claimNext);
    if (source === null) return done;
    await fetchOne(context, source);
  }
}

async function claimNext({ em, clock }: Transaction): Promise<ListSourceRow | null> {
  const now = clock.now();
  const [due] = await em.execute<{ id: string }[]>(
    `select id from list_source where next_at <= ? and (claimed_until is null or claimed_until <= ?)
     order by next_at, id limit 1 for update skip locked`,
    [now, now],
  );
  if (due === undefined) return null;
  await em.nativeUpdate(ListSourceEntity, due, {
    claim: newId(now.getTime()),
    claimedUntil: new Date(now.getTime() + claimMs),
  });
  return em.findOneOrFail(ListSourceEntity, due, fresh);
}

interface Taken {
  readonly versionId: string;
  readonly isNew: boolean;
  readonly validators: readonly Validator[];
}

async function fetchOne(context: Context, source: ListSourceRow): Promise<void> {
  const outcome = await attempt(context, source);
  const now = context.clock.now();
  const after = (ms: number) => new Date(now.getTime() + ms);
  const intervalMs = source.everyHours * hourMs;
  const over = { claim: null, claimedUntil: null, isShrinkMeant: false, triedAt: now };
  const said =
    "versionId" in outcome
      ? {
          nextAt: after(intervalMs),
          outcome: outcome.isNew ? ("NEW" as const) : ("SAME" as const),
          takenAt: now,
          failingSince: null,
          failure: null,
          validators: [...outcome.validators],
          versionId: outcome.versionId,
        }
      : {
          nextAt: after(Math.min(intervalMs, hourMs)), // a publisher who is away for a night is back in the morning
          outcome: "FAILED" as const,
          failingSince: source.failingSince ?? now,
          failure: outcome.failure,
        };
  // Whose settings have changed meanwhile is fetched anew, as they are now.
  const mine = { id: source.id, claim: source.claim };
  await transaction(context, ({ em }) => em.nativeUpdate(ListSourceEntity, mine, { ...over, ...said }));
}

/** What is in force stays so unless all of it has come and is in order. */
async function attempt(context: Context, source: ListSourceRow): Promise<Taken | { readonly failure: Words }> {
  try {
    return await take(context, source);
  } catch (error) {
    if (error instanceof ConnectorFailure) return { failure: error.words };
    if (error instanceof Rejection) return { failure: error.refusals[0]?.message ?? "" };
    context.log.error({ list: source.list, err: error }, "a list was not fetched and is tried again");
    return { failure: say("screening.source.inside") };
  }
}

async function take(context: Context, source: ListSourceRow): Promise<Taken | { readonly failure: Words }> {
  const current = await currentVersion(context, source.list);
  const isOurs = current !== null && current.id === source.versionId;
  const files = await fetchAll(source.urls, isOurs ? source.validators : []);
  if (files === null) return { versionId: current!.id, isNew: false, validators: source.validators }; // `isOurs`, else it is asked for
  const fileIds: string[] = [];
  for (const { name, content } of files) {
    fileIds.push(encodeId("sfl", await keepScreeningFile(context, name, content)));
  }
  if (!(await isStillMine(context, source))) return { failure: say("screening.source.changed") };
  const { list, isShrinkMeant } = source;
  const { versionId, isNew, problems } = await importList(context, { list, fileIds, isShrinkMeant });
  const [problem] = problems;
  if (problem !== undefined || versionId === null) return { failure: wrong(problem) };
  return { versionId, isNew, validators: files.map(({ validator }) => validator) };
}

/** Null where none has changed. A list is imported whole: where one of its files has changed, the others are fetched too. */
async function fetchAll(
  urls: readonly string[],
  known: readonly Validator[],
): Promise<(FetchedFile & { readonly content: Buffer })[] | null> {
  const first: FetchedFile[] = [];
  for (const [index, url] of urls.entries()) first.push(await fetchOf(url, known[index] ?? null));
  if (first.every(({ content }) => content === null)) return null;
  const all: (FetchedFile & { readonly content: Buffer })[] = [];
  for (const [index, file] of first.entries()) {
    const { content, ...rest } = file.content === null ? await fetchOf(urls[index]!, null) : file; // one for each
    if (content !== null) all.push({ ...rest, content });
  }
  return all;
}

/** What goes wrong is told with the address, of which a list may have several. */
async function fetchOf(url: string, known: Validator | null): Promise<FetchedFile> {
  try {
    return await fetchFile(url, known);
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    const words = say("screening.source.file", { file: url, message: error.words });
    throw new ConnectorFailure(error.outcome, error.code, words, { cause: error });
  }
}

async function isStillMine({ em }: Context, { id, claim }: ListSourceRow): Promise<boolean> {
  return (await em.count(ListSourceEntity, { id, claim })) === 1;
}

function wrong(problem: FileProblem | undefined): Words {
  if (problem === undefined) return say("screening.file.empty");
  const { file, line, message } = problem;
  return line === null
    ? say("screening.source.file", { file, message })
    : say("screening.source.line", { file, line, message });
}
