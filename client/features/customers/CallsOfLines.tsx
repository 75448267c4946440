import { NumberInput, type NumberInputProps } from "@mantine/core";
import { simultaneousCallsMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";

interface CallsOfLinesProps extends NumberInputProps {
  readonly permissions: readonly string[];
}

/** B13: how far people go who may set their lines' calls at a time. */
export function CallsOfLines({ permissions, ...field }: CallsOfLinesProps) {
  const { t } = useTranslation("customers");
  if (!permissions.includes("line.manage")) return null;
  return (
    <NumberInput
      label={t("rights.calls")}
      description={t("rights.callsHint")}
      min={1}
      max={simultaneousCallsMax}
      allowDecimal={false}
      allowNegative={false}
      {...field}
    />
  );
}

interface Values {
  readonly permissions: readonly string[];
  readonly simultaneousCalls: number | string;
}

/** Null: as many as the plan allows. A limit goes with the right that it limits. */
export function callsOf({ permissions, simultaneousCalls }: Values): number | null {
  return permissions.includes("line.manage") && typeof simultaneousCalls === "number" ? simultaneousCalls : null;
}
