import { useTranslation } from "react-i18next";
import type { ServiceState, SuspensionReason } from "../../api/generated/schema.ts";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";

interface ServiceStateTextProps {
  readonly service: { readonly state: ServiceState; readonly suspensionReasons: readonly SuspensionReason[] };
}

export function ServiceStateText({ service: { state, suspensionReasons } }: ServiceStateTextProps) {
  const { t } = useTranslation("words");
  const reasons = suspensionReasons.map((reason) => t(`suspension.${reason}`)).join(", ");
  const word = t(`service.${state}`);
  return <StateDot tone={stateTone("service", state)}>{reasons === "" ? word : `${word}: ${reasons}`}</StateDot>;
}
