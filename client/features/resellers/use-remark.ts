import { useTranslation } from "react-i18next";
import type { Sellable } from "./use-sellable.ts";

/** What else has to be known of an offering to tick it. */
export function useRemark({ kind, isEnabled }: Sellable["offering"]): string | null {
  const { t } = useTranslation(["resellers", "words"]);
  const remarks = [kind === "ADDON" ? t("words:offeringKind.ADDON") : null, isEnabled ? null : t("sells.off")];
  return remarks.filter((remark) => remark !== null).join(" · ") || null;
}
