import type { ResellerState } from "@tierline/shared/reseller-state.ts";
import { useTranslation } from "react-i18next";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";

export function ResellerStateText({ state }: { state: ResellerState }) {
  const { t } = useTranslation("resellers");
  return <StateDot tone={stateTone("reseller", state)}>{t(`state.${state}`)}</StateDot>;
}
