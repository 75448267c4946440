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
  links: [
    {
      title: "Denied Persons List (BIS)",
      url: "https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl",
    },
    { title: "Consolidated Screening List (trade.gov)", url: "https://www.trade.gov/consolidated-screening-list" },
    { title: "Specially Designated Nationals (OFAC)", url: "https://sanctionslist.ofac.treas.gov/Home/SdnList" },
  ],
  version: 0,
};

/** The operator's, whoever asks. */
export async function screeningSettings({ em }: Pick<Context, "em">): Promise<ScreeningSettings> {
  const row = await em.findOne(ScreeningSettingsEntity, { path: rootPath }, { disableIdentityMap: true });
  if (row === null) return defaults;
  const { threshold, thresholdWithCountry, links, version } = row;
  return { threshold, thresholdWithCountry, links, version };
}
