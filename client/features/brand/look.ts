import type { BrandColors } from "@tierline/shared/brand.ts";
import type { Language } from "../../api/generated/schema.ts";

export interface OwnWord {
  readonly language: Language;
  /** `portal:menu.services`. */
  readonly key: string;
  readonly text: string;
}

export interface LookValues extends BrandColors {
  readonly header: string;
  readonly words: readonly OwnWord[];
}
