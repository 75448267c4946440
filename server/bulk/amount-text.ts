import type { DecimalMark } from "@tierline/shared/rate.ts";

const grouped = { ".": /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, ",": /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ } as const;

/**
 * An amount as people of any country write it, as a plain decimal: `1.234,50` and `1,234.50` are 1234.50 wherever they stand. Where it
 * could be meant either way (`1,234`), the file's own mark decides. What is no amount stays as it is, to be refused as it was written.
 */
export function amountText(text: string, mark: DecimalMark): string {
  const bare = text.replaceAll(/[\s'’]/gu, "");
  if (/^\d+$/.test(bare)) return bare;
  const other = mark === "." ? "," : ".";
  if (grouped[mark].test(bare)) return bare.replaceAll(other, "").replace(mark, ".");
  if (/^\d+[.,]\d+$/.test(bare)) return bare.replace(",", ".");
  return grouped[other].test(bare) ? bare.replaceAll(mark, "").replace(other, ".") : text;
}
