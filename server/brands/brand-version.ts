import { defaultBrandColors } from "@tierline/shared/brand.ts";
import { newId } from "@tierline/shared/id.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import { BrandVersionEntity, type BrandVersionRow } from "./brand.entity.ts";

const fresh = { disableIdentityMap: true } as const;

/** Of the reseller at this path and no other, the newest first. */
export function brandVersionsOf({ em }: Pick<Context, "em">, path: string, limit: number): Promise<BrandVersionRow[]> {
  return em.find(BrandVersionEntity, { path }, { ...fresh, orderBy: { number: "desc" }, limit });
}

export interface Brand {
  readonly reseller: ResellerRow;
  readonly draft: BrandVersionRow | null;
  readonly published: BrandVersionRow | null;
}

/** Of the viewer's own reseller, which is locked until the commit: of two who save at once one waits. */
export async function lockBrand(tx: Transaction): Promise<Brand> {
  const reseller = await lockOwnReseller(tx);
  const rows = await tx.em.find(BrandVersionEntity, { path: reseller.path, state: { $ne: "PAST" } }, fresh);
  const of = (state: BrandVersionRow["state"]) => rows.find((row) => row.state === state) ?? null;
  return { reseller, draft: of("DRAFT"), published: of("PUBLISHED") };
}

/** What there is to work at: the draft, or a new one that looks as what is shown now. */
export async function draftOf(tx: Transaction, brand: Brand): Promise<BrandVersionRow> {
  if (brand.draft !== null) return brand.draft;
  return insertVersion(tx, brand.reseller, brand.published ?? unchosen(brand.reseller), "DRAFT");
}

type Look = Pick<
  BrandVersionRow,
  | "header"
  | "accent"
  | "titleBackground"
  | "titleText"
  | "contentBackground"
  | "contentText"
  | "logoLight"
  | "logoDark"
  | "words"
>;

function unchosen({ name }: ResellerRow): Look {
  return { header: name, ...defaultBrandColors, logoLight: null, logoDark: null, words: {} };
}

/** A new version that looks as `look` does, under the next number. */
export async function insertVersion(
  tx: Transaction,
  { path }: ResellerRow,
  look: Look,
  state: "DRAFT" | "PUBLISHED",
  note: string | null = null,
): Promise<BrandVersionRow> {
  const now = tx.clock.now();
  const [last] = await brandVersionsOf(tx, path, 1);
  const { header, accent, titleBackground, titleText, contentBackground, contentText } = look;
  const row = {
    id: newId(now.getTime()),
    path,
    number: (last?.number ?? 0) + 1,
    state,
    header,
    accent,
    titleBackground,
    titleText,
    contentBackground,
    contentText,
    logoLight: look.logoLight ?? null,
    logoDark: look.logoDark ?? null,
    words: look.words,
    note,
    savedAt: now,
    savedBy: tx.viewer.name,
    publishedAt: state === "PUBLISHED" ? now : null,
    version: 1,
  };
  await tx.em.insert(BrandVersionEntity, row);
  return row;
}
