import { usualPolicyLinks } from "@tierline/shared/screening.ts";
import type { Context } from "../kernel/context.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ScreeningSettingsEntity, type PolicyLink } from "./list.entity.ts";

export interface ScreeningSettings {
  readonly threshold: number;
  readonly thresholdWithCountry: number;
  readonly links: readonly PolicyLink[];
  readonly version: number;
}

/** Until the operator has said otherwise. */
const defaults: ScreeningSettings = {
  threshold: 880,
  thresholdWithCountry: 800,
  links: usualPolicyLinks,
  version: 0,
};

/** The operator's, whoever asks. */
export async function screeningSettings({ em }: Pick<Context, "em">): Promise<ScreeningSettings> {
  const row = await em.findOne(ScreeningSettingsEntity, { path: rootPath }, { disableIdentityMap: true });
  if (row === null) return defaults;
  const { threshold, thresholdWithCountry, links, version } = row;
  return { threshold, thresholdWithCountry, links, version };
}
