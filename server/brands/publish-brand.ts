import { brandNoteLengthMax } from "@tierline/shared/brand.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { BrandVersionEntity, type BrandVersionRow } from "./brand.entity.ts";
import { insertVersion, lockBrand, type Brand } from "./brand-version.ts";

/**
 * The draft is what customers see from the commit on.
 * @throws Rejection STATE_CONFLICT where there is no draft
 */
export function publishBrand(context: Context, note: string | null): Promise<void> {
  return transaction(context, async (tx) => {
    const said = checkedNote(note);
    const brand = await lockBrand(tx);
    const { draft } = brand;
    if (draft === null) throw new Rejection({ code: "STATE_CONFLICT", message: say("brand.noDraft"), path: [] });
    await putPublishedAway(tx, brand);
    const publishedAt = tx.clock.now();
    await tx.em.nativeUpdate(
      BrandVersionEntity,
      { id: draft.id },
      { state: "PUBLISHED", publishedAt, note: said, version: draft.version + 1 },
    );
    await tell(tx, brand, draft, "brand.publish", said);
  });
}

/**
 * Shows again what was shown once, as a new version; what is worked at meanwhile stays.
 * @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT for what is a draft or shown now
 */
export function revertBrand(context: Context, id: string, note: string | null): Promise<void> {
  return transaction(context, async (tx) => {
    const said = checkedNote(note);
    const brand = await lockBrand(tx);
    const wanted = await versionOf(tx, brand, id);
    if (wanted.state !== "PAST")
      throw new Rejection({ code: "STATE_CONFLICT", message: say("brand.notPast"), path: ["id"] });
    await putPublishedAway(tx, brand);
    await tell(tx, brand, await insertVersion(tx, brand.reseller, wanted, "PUBLISHED", said), "brand.revert", said);
  });
}

/** What was worked at is given up; without a draft nothing happens. */
export function discardBrandDraft(context: Context, version: number | null): Promise<void> {
  return transaction(context, async (tx) => {
    const brand = await lockBrand(tx);
    if (brand.draft === null) return;
    if (version !== null && version !== brand.draft.version)
      throw new Rejection({ code: "STALE", message: say("brand.stale"), path: ["version"] });
    await tx.em.nativeDelete(BrandVersionEntity, { id: brand.draft.id });
    await tell(tx, brand, brand.draft, "brand.discard", null);
  });
}

async function versionOf({ em }: Transaction, { reseller: { path } }: Brand, id: string): Promise<BrandVersionRow> {
  const versionId = decodeId("brv", id);
  const fresh = { disableIdentityMap: true } as const;
  const row = versionId === null ? null : await em.findOne(BrandVersionEntity, { id: versionId, path }, fresh);
  if (row === null) throw notFound();
  return row;
}

async function putPublishedAway({ em }: Transaction, { published }: Brand): Promise<void> {
  if (published === null) return;
  await em.nativeUpdate(BrandVersionEntity, { id: published.id }, { state: "PAST", version: published.version + 1 });
}

function checkedNote(note: string | null): string | null {
  const refusals = new Refusals();
  const said = checkText(refusals, note, { noun: "noun.note", max: brandNoteLengthMax }, "note");
  refusals.settle();
  return said;
}

async function tell(
  tx: Transaction,
  { reseller, published }: Brand,
  { id, number }: BrandVersionRow,
  operation: string,
  note: string | null,
): Promise<void> {
  const shows = operation !== "brand.discard";
  await recordAudit(tx, {
    operation,
    subjectKind: "brandVersion",
    subjectId: id,
    subject: reseller.name,
    changes: changesBetween(
      { number: shows ? (published?.number ?? null) : number },
      { number: shows ? number : null },
    ),
    path: reseller.path,
    note,
  });
}
