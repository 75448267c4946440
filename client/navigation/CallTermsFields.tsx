import { Select, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { didBillings, type DidBilling } from "@tierline/shared/did.ts";
import { parseCadence } from "@tierline/shared/cadence.ts";
import { useTranslation } from "react-i18next";
import classes from "./Numbers.module.css";

/** As they are typed. */
export interface CallTermsValues {
  billing: DidBilling;
  perMinute: string;
  cadence: string;
}

/** As they are sent; a cadence that cannot be read is refused by the server in its own words. */
export function callTermsInput({ billing, perMinute, cadence }: CallTermsValues) {
  if (billing === "FLAT") return { billing, perMinute: null, cadence: null };
  const rate = perMinute.trim().replace(",", ".");
  const [first = 0, step = 0, grace = 0] = cadence.split("/").map((part) => Math.trunc(Number(part)) || 0);
  return {
    billing,
    perMinute: rate === "" ? null : rate,
    cadence: parseCadence(cadence.trim()) ?? { first, step, grace },
  };
}

/** What calls that come in on a number cost. */
export function CallTermsFields<V extends CallTermsValues>({
  form,
  currency,
}: {
  readonly form: UseFormReturnType<V>;
  readonly currency: string;
}) {
  const { t } = useTranslation("numbers");
  const isPerMinute = form.values.billing === "PER_MINUTE";
  return (
    <div className={classes.fields}>
      <Select
        label={t("field.billing")}
        allowDeselect={false}
        data={didBillings.map((value) => ({ value, label: t(`billing.${value}`) }))}
        {...form.getInputProps("billing")}
      />
      {isPerMinute && (
        <>
          <TextInput
            label={t("field.perMinute", { currency })}
            required
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps("perMinute")}
          />
          <TextInput
            label={t("field.cadence")}
            description={t("field.cadenceHint")}
            autoComplete="off"
            {...form.getInputProps("cadence")}
          />
        </>
      )}
    </div>
  );
}
