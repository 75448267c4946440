import { brandColorFields, defaultBrandColors, type BrandColors, type ShownBrand } from "@tierline/shared/brand.ts";
import { rampOf } from "@tierline/shared/brand-ramp.ts";
import type { Context } from "../kernel/context.ts";
import type { BrandWords } from "./brand.entity.ts";

export interface BrandHost {
  readonly path: string;
  readonly resellerKey: string;
  /** Of a reseller that has published none the name alone. */
  readonly brand: ShownBrand;
}

interface Row extends BrandColors {
  path: string;
  key: string;
  name: string;
  header: string | null;
  words: BrandWords | null;
  light: string | null;
  dark: string | null;
}

/** Whose host name this is, and how it looks. Null for what serves nobody. Asked as the system, before anybody is known. */
export async function brandOfHost({ em }: Pick<Context, "em">, host: string): Promise<BrandHost | null> {
  const [row] = await em.execute<Row[]>(
    `select h.path, r.key, r.name, b.header, b.words, b.accent, b.title_background as "titleBackground", b.title_text as "titleText",
       b.content_background as "contentBackground", b.content_text as "contentText", l.sha256 as light, d.sha256 as dark
     from hostname h join reseller r on r.path = h.path left join brand_version b on b.path = h.path and b.state = 'PUBLISHED'
       left join brand_image l on l.id = b.logo_light_id left join brand_image d on d.id = b.logo_dark_id
     where h.host = ? and h.state = 'SERVING' and r.state <> 'CLOSED'`,
    [host],
  );
  if (row === undefined) return null;
  return { path: row.path, resellerKey: row.key, brand: brandOf(row) };
}

function brandOf({ name, header, words, light, dark, ...row }: Row): ShownBrand {
  const colors = Object.fromEntries(
    brandColorFields.map((field) => [field, row[field] ?? defaultBrandColors[field]]),
  ) as unknown as BrandColors; // the same fields
  return {
    name,
    header: header ?? name,
    accent: rampOf(colors.accent),
    colors,
    logoLight: light === null ? null : logoAddress(light),
    logoDark: dark === null ? null : logoAddress(dark),
    words: words ?? {},
  };
}

export function logoAddress(sha256: string): string {
  return `/brand/logo/${sha256}.png`;
}

/** The logo by what is in it, of the reseller whose host name it is asked under. */
export async function logoOf({ em }: Pick<Context, "em">, path: string, sha256: string): Promise<Buffer | null> {
  const [row] = await em.execute<{ png: string }[]>("select png from brand_image where path = ? and sha256 = ?", [
    path,
    sha256,
  ]);
  return row === undefined ? null : Buffer.from(row.png, "base64");
}
