import { createHash } from "node:crypto";
import type { BrandColors } from "@tierline/shared/brand.ts";
import { newId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { BrandImageEntity, BrandVersionEntity, type BrandVersionRow } from "./brand.entity.ts";
import { draftOf, lockBrand, type Brand } from "./brand-version.ts";
import { checkColors, checkHeader, checkWords, logoFrom, type BrandWordInput } from "./check-brand.ts";

export interface SaveBrandInput extends BrandColors {
  readonly header: string;
  readonly words: readonly BrandWordInput[];
  /** Of the draft that was read; null where there was none. */
  readonly version?: number | null | undefined;
}

/**
 * Keeps how the viewer's reseller would look; nobody else sees it before it is published.
 * @throws Rejection with all that is wrong; STALE where somebody else saved meanwhile
 */
export function saveBrand(context: Context, input: SaveBrandInput): Promise<void> {
  return transaction(context, async (tx) => {
    const refusals = new Refusals();
    const look = {
      header: checkHeader(refusals, input.header),
      ...checkColors(refusals, input),
      words: checkWords(refusals, input.words),
    };
    refusals.settle();
    const brand = await lockBrand(tx);
    if (input.version != null && input.version !== brand.draft?.version)
      throw new Rejection({ code: "STALE", message: say("brand.stale"), path: ["version"] });
    const draft = await draftOf(tx, brand);
    await change(tx, brand, draft, look, textOf);
  });
}

export interface BrandLogoInput {
  readonly scheme: "LIGHT" | "DARK";
  /** Base 64 of a PNG; null: none. */
  readonly png?: string | null | undefined;
}

/** @throws Rejection TOO_LONG, INVALID */
export function setBrandLogo(context: Context, { scheme, png }: BrandLogoInput): Promise<void> {
  return transaction(context, async (tx) => {
    const brand = await lockBrand(tx);
    const id = png == null ? null : await keepLogo(tx, brand, png);
    const draft = await draftOf(tx, brand);
    const field = scheme === "LIGHT" ? "logoLight" : "logoDark";
    await change(tx, brand, draft, { [field]: id }, (row) => ({ [field]: row[field] ?? null }));
  });
}

/** The same picture again is the same row. */
async function keepLogo({ em, clock }: Transaction, { reseller: { path } }: Brand, png: string): Promise<string> {
  const { bytes, width, height } = logoFrom(png);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const kept = await em.findOne(BrandImageEntity, { path, sha256 }, { disableIdentityMap: true });
  if (kept !== null) return kept.id;
  const id = newId(clock.now().getTime());
  await em.insert(BrandImageEntity, { id, path, sha256, png: Buffer.from(bytes).toString("base64"), width, height });
  return id;
}

type Facts = Record<string, string | number | boolean | null>;

async function change(
  tx: Transaction,
  { reseller }: Brand,
  draft: BrandVersionRow,
  look: Partial<BrandVersionRow>,
  facts: (row: BrandVersionRow) => Facts,
): Promise<void> {
  const next = { ...draft, ...look } as BrandVersionRow; // the same columns
  const changes = changesBetween(facts(draft), facts(next));
  if (changes.length === 0) return;
  await tx.em.nativeUpdate(
    BrandVersionEntity,
    { id: draft.id },
    { ...look, savedAt: tx.clock.now(), savedBy: tx.viewer.name, version: draft.version + 1 },
  );
  await recordAudit(tx, {
    operation: "brand.save",
    subjectKind: "brandVersion",
    subjectId: draft.id,
    subject: reseller.name,
    changes,
    path: reseller.path,
  });
}

function textOf(row: BrandVersionRow): Facts {
  const { header, accent, titleBackground, titleText, contentBackground, contentText, words } = row;
  return {
    header,
    accent,
    titleBackground,
    titleText,
    contentBackground,
    contentText,
    words: Object.values(words)
      .flatMap((each) => Object.entries(each))
      .map(([key, text]) => `${key} = ${text}`)
      .sort()
      .join("; "),
  };
}
