import type { MantineColorsTuple } from "@mantine/core";
import { brandElementId, type ShownBrand } from "@tierline/shared/brand.ts";

/** Whose page this is: the server wrote it into the page itself. Null under the installation's own name. */
export const pageBrand: ShownBrand | null = readBrand(document.getElementById(brandElementId)?.textContent ?? null);

/** What the product calls itself on this page. */
export const pageName = pageBrand?.header ?? "Tierline";

export function readBrand(json: string | null): ShownBrand | null {
  return json === null || json === "" ? null : (JSON.parse(json) as ShownBrand); // of our own server
}

/** What acts and where one is are the brand's: its ramp has the lightnesses that ours have. */
export function brandColors({ accent }: ShownBrand): Record<"petrol" | "copper", MantineColorsTuple> {
  const ramp = accent as unknown as MantineColorsTuple; // ten of them
  return { petrol: ramp, copper: ramp };
}

/** Of the header in both schemes, and of the page on light; on dark the page stays ours, which was measured. */
export function brandVariables({ colors }: ShownBrand) {
  const title = { "--tl-title": colors.titleBackground, "--tl-title-text": colors.titleText };
  const text = colors.contentText;
  return {
    light: {
      ...title,
      "--tl-canvas": colors.contentBackground,
      "--tl-panel": colors.contentBackground,
      "--tl-text": text,
      "--mantine-color-text": text,
      "--mantine-color-bright": text,
    },
    dark: title,
  };
}
