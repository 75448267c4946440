import { useTranslation } from "react-i18next";
import type { CustomerState, SuspensionReason } from "../../api/generated/schema.ts";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";

interface CustomerStateTextProps {
  readonly customer: { readonly state: CustomerState; readonly suspensionReasons: readonly SuspensionReason[] };
}

/** Who is suspended says why: the next step differs. */
export function CustomerStateText({ customer: { state, suspensionReasons } }: CustomerStateTextProps) {
  const { t } = useTranslation("words");
  const reasons = suspensionReasons.map((reason) => t(`suspension.${reason}`)).join(", ");
  const word = t(`customer.${state}`);
  return <StateDot tone={stateTone("customer", state)}>{reasons === "" ? word : `${word}: ${reasons}`}</StateDot>;
}
