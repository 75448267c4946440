import { newId } from "@tierline/shared/id.ts";
import { screeningSourcesMax, webhookUrlLengthMax } from "@tierline/shared/limits.ts";
import type { ScreeningList } from "@tierline/shared/screening.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween, type Change } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { refusalOf } from "../connectors/http/address-guard.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { installation } from "../kernel/installation.ts";
import { AccessError, Refusals, Rejection } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ListSourceEntity, type ListSourceRow } from "./list-source.entity.ts";

export interface SetSourceInput {
  readonly list: ScreeningList;
  /** As read; 0 for a list that has none. */
  readonly version: number;
  /** One for each file of the list; none: it is not fetched any more. */
  readonly urls: readonly string[];
  readonly everyHours: number;
}

const fresh = { disableIdentityMap: true } as const;
const everyHoursMax = 720;

/**
 * Says where a list is fetched from and how often, the first time at once. Answers null where it is not fetched any more.
 * @throws Rejection STALE and every field that is wrong; AccessError FORBIDDEN for who works below the operator
 */
export async function setListSource(context: Context, input: SetSourceInput): Promise<ListSourceRow | null> {
  refuseBelow(context);
  const { urls, everyHours } = checked(input);
  return transaction(context, async (tx) => {
    const before = await lockedSource(tx, input.list);
    if ((before?.version ?? 0) !== input.version) {
      throw new Rejection({ code: "STALE", message: say("screening.source.stale"), path: ["version"] });
    }
    const changes = changesBetween(inWords(before), inWords(urls.length === 0 ? null : { urls, everyHours }));
    if (changes.length === 0) return before;
    if (urls.length === 0) await tx.em.nativeDelete(ListSourceEntity, { list: input.list });
    else await write(tx, input.list, before, { urls, everyHours });
    await record(tx, "screening.source", input.list, changes);
    return find(tx, input.list);
  });
}

/**
 * Has the next worker fetch a list, whenever it would have been due. Asking again while it waits changes nothing.
 * @throws Rejection STATE_CONFLICT where it has no address; AccessError FORBIDDEN for who works below the operator
 */
export async function fetchListNow(
  context: Context,
  list: ScreeningList,
  isShrinkMeant: boolean,
): Promise<ListSourceRow> {
  refuseBelow(context);
  return transaction(context, async (tx) => {
    const source = await lockedSource(tx, list);
    if (source === null) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("screening.source.none"), path: ["list"] });
    }
    const now = tx.clock.now();
    if (source.nextAt <= now && source.isShrinkMeant === isShrinkMeant) return source;
    // Whatever is under way was not told that fewer parties are meant.
    await tx.em.nativeUpdate(
      ListSourceEntity,
      { id: source.id },
      { nextAt: now, isShrinkMeant, claim: null, claimedUntil: null },
    );
    await record(tx, "screening.fetch", list, []);
    return (await find(tx, list))!; // locked above
  });
}

function refuseBelow({ viewer }: Context): void {
  if (viewer.path !== rootPath) throw new AccessError("FORBIDDEN", say("screening.operatorOnly"));
}

/** Two who set the same come one after the other, also the first time. */
async function lockedSource(tx: Transaction, list: ScreeningList): Promise<ListSourceRow | null> {
  await tx.em.execute("select pg_advisory_xact_lock(7401395, hashtext(?))", [list]);
  await tx.em.execute("select 1 from list_source where list = ? for update", [list]);
  return find(tx, list);
}

function find({ em }: Transaction, list: ScreeningList): Promise<ListSourceRow | null> {
  return em.findOne(ListSourceEntity, { list }, fresh);
}

interface Said {
  readonly urls: readonly string[];
  readonly everyHours: number;
}

function inWords(said: Said | null) {
  return { urls: said === null ? [] : [...said.urls], everyHours: said?.everyHours ?? null };
}

/** Another address is asked for all of it, and what went wrong with the one before is past. */
async function write(tx: Transaction, list: ScreeningList, before: ListSourceRow | null, { urls, everyHours }: Said) {
  const now = tx.clock.now();
  const said = { urls: [...urls], everyHours, setBy: tx.viewer.name, nextAt: now, claim: null, claimedUntil: null };
  const past = { isShrinkMeant: false, outcome: null, failingSince: null, failure: null, validators: [] };
  if (before !== null) {
    await tx.em.nativeUpdate(ListSourceEntity, { list }, { ...said, ...past, version: before.version + 1 });
    return;
  }
  const never = { triedAt: null, takenAt: null, versionId: null };
  const id = newId(now.getTime());
  await tx.em.insert(ListSourceEntity, { id, path: rootPath, list, ...said, ...past, ...never, version: 1 });
}

async function record(tx: Transaction, operation: string, list: ScreeningList, changes: readonly Change[]) {
  await recordAudit(tx, {
    operation,
    subjectKind: "reseller",
    subjectId: tx.viewer.resellerId,
    subject: say(`screening.list.${list}`),
    changes,
    path: rootPath,
  });
}

function checked({ urls, everyHours }: SetSourceInput): Said {
  const refusals = new Refusals();
  if (urls.length > screeningSourcesMax) {
    refusals.add("TOO_LONG", say("screening.source.tooMany", { max: screeningSourcesMax }), "urls");
  }
  const hrefs = urls.slice(0, screeningSourcesMax).flatMap((text, index) => {
    if (text === "") return []; // a field that was left empty
    const url = text.length > webhookUrlLengthMax ? null : URL.parse(text.trim());
    const why = url === null ? say("address.notWeb") : refusalOf(url, installation().webhookHosts);
    if (text.length > webhookUrlLengthMax) {
      refusals.add("TOO_LONG", say("webhook.urlLength", { max: webhookUrlLengthMax }), "urls", String(index));
    } else if (why !== null) refusals.add("INVALID", say("address.notAllowed", { why }), "urls", String(index));
    return url === null ? [] : [url.href];
  });
  if (new Set(hrefs).size < hrefs.length) refusals.add("INVALID", say("screening.source.twice"), "urls");
  if (everyHours < 1 || everyHours > everyHoursMax) {
    refusals.add("INVALID", say("screening.source.interval", { max: everyHoursMax }), "everyHours");
  }
  refusals.settle();
  return { urls: hrefs, everyHours };
}
