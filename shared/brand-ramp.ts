import { clampChroma, converter, formatHex, wcagContrast } from "culori";
import { textContrastMin, type BrandColors } from "./brand.ts";

const oklch = converter("oklch");

/** The lightnesses that every hue of the product has, so that one measured contrast holds for any brand. */
const lightnesses = [0.975, 0.945, 0.895, 0.825, 0.735, 0.635, 0.54, 0.465, 0.39, 0.315] as const;
/** How much of the colour's chroma a shade keeps: tints and shades of a loud colour would be louder than it. */
const chromaShares = [0.12, 0.25, 0.45, 0.7, 0.9, 1, 1, 0.92, 0.8, 0.65] as const;

export type Ramp = readonly [string, string, string, string, string, string, string, string, string, string];

/**
 * Ten shades of a colour, light to dark, as `#rrggbb`. Only the hue and how much of it there is come from the colour; lightness is
 * fixed: white on shades 6 to 9 and shade 7 on shade 0 reach 4.5:1 whatever the colour.
 * @throws RangeError for what is no colour
 */
export function rampOf(color: string): Ramp {
  const chosen = oklch(color);
  if (chosen === undefined) throw new RangeError(`"${color}" is no colour.`);
  const shade = (l: number, share: number) => {
    const wanted = {
      mode: "oklch" as const,
      l,
      c: chosen.c * share,
      ...(chosen.h === undefined ? {} : { h: chosen.h }),
    };
    return formatHex(clampChroma(wanted, "oklch"));
  };
  return lightnesses.map((l, index) => shade(l, chromaShares[index] ?? 1)) as unknown as Ramp; // as many as lightnesses
}

/** By WCAG: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  return wcagContrast(one, other);
}

/** Which texts would be hard to read: the pair's name and its contrast, cut to two places. */
export function weakContrasts(
  colors: BrandColors,
): { readonly pair: "TITLE" | "CONTENT"; readonly contrast: number }[] {
  const pairs = [
    { pair: "TITLE" as const, contrast: contrastOf(colors.titleText, colors.titleBackground) },
    { pair: "CONTENT" as const, contrast: contrastOf(colors.contentText, colors.contentBackground) },
  ];
  return pairs
    .filter(({ contrast }) => contrast < textContrastMin)
    .map(({ pair, contrast }) => ({ pair, contrast: Math.floor(contrast * 100) / 100 }));
}
