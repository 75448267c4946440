import { TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { lowBalanceMax, lowBalanceMin } from "@tierline/shared/account-terms.ts";
import { creditPolicies, paymentModes } from "@tierline/shared/ledger.ts";
import { useTranslation } from "react-i18next";
import { SegmentedChoice } from "../ui/SegmentedChoice.tsx";
import styles from "./TermsFields.module.css";
import type { TermsValues } from "./terms-values.ts";

interface TermsFieldsProps {
  readonly values: TermsValues;
  readonly currency: string;
  readonly field: (name: keyof TermsValues) => GetInputPropsReturnType;
  readonly onChange: (change: Partial<TermsValues>) => void;
}

/** B8: who pays before is strict or permissive, who pays afterwards has a limit. */
export function TermsFields({ values, currency, field, onChange }: TermsFieldsProps) {
  const { t } = useTranslation("billing");
  const { mode, policy } = values;
  const isPrepaid = mode === "PREPAID";
  const text = (name: "cycleDay" | "dueDay" | "creditLimit" | "lowBalance", label: string, description?: string) => (
    <TextInput label={label} description={description} inputMode="decimal" autoComplete="off" {...field(name)} />
  );
  return (
    <div className={styles.fields}>
      <SegmentedChoice
        label={t("terms.mode")}
        value={mode}
        onChange={(next) => onChange({ mode: next })}
        options={paymentModes.map((value) => ({ value, label: t(`terms.modes.${value}`) }))}
        fullWidth
      />
      {isPrepaid && (
        <>
          <SegmentedChoice
            label={t("terms.policy")}
            value={policy}
            onChange={(next) => onChange({ policy: next })}
            options={creditPolicies.map((value) => ({ value, label: t(`terms.policies.${value}`) }))}
            fullWidth
          />
          <p className={styles.hint}>{t(`terms.policyHint.${policy}`)}</p>
        </>
      )}
      {mode === "ALLOWANCE" && <p className={styles.hint}>{t("terms.allowanceHint")}</p>}
      <div className={styles.grid}>
        {!isPrepaid && text("creditLimit", t("terms.creditLimitIn", { currency }), t("terms.limitHint"))}
        {text("cycleDay", t("terms.cycleDay"), t("terms.dayHint"))}
        {text("dueDay", t("terms.dueDay"), t("terms.dueHint"))}
        {text(
          "lowBalance",
          t("terms.lowBalanceIn", { currency }),
          t("terms.lowHint", { min: lowBalanceMin, max: lowBalanceMax }),
        )}
        <TextInput
          label={t("terms.lowBalanceEmail")}
          description={t("terms.lowEmailHint")}
          type="email"
          autoComplete="off"
          {...field("lowBalanceEmail")}
        />
      </div>
    </div>
  );
}
