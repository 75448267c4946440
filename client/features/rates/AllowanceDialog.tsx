import { useMutation } from "@apollo/client/react";
import { NumberInput, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { allowanceMinutesMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { SaveAllowanceDocument, type AllowanceRowFragment } from "./allowances.generated.ts";
import classes from "./Rates.module.css";
import { useRateLabels } from "./use-rate-labels.ts";

interface AllowanceDialogProps {
  /** Null makes another one. */
  readonly allowance: AllowanceRowFragment | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const fields = ["name", "minutes", "fee", "prefixes", "rolloverMinutesMax"] as const;

export function AllowanceDialog({ allowance, onClose, onSaved }: AllowanceDialogProps) {
  const { t } = useTranslation(["allowances", "rates"]);
  const labels = useRateLabels();
  const { reseller } = useViewer();
  const [saveAllowance] = useMutation(SaveAllowanceDocument);
  const form = useForm({
    initialValues: {
      name: allowance?.name ?? "",
      minutes: allowance?.minutes ?? 100,
      fee: allowance?.fee.amount ?? "0",
      prefixes: allowance?.prefixes.join(", ") ?? "",
      rolloverMinutesMax: allowance?.rolloverMinutesMax ?? 0,
      isOffered: allowance?.isOffered ?? true,
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const submit = async (): Promise<void> => {
    const { prefixes, fee, ...values } = form.values;
    const said = {
      ...values,
      ...(allowance !== null && { id: allowance.id }),
      fee: fee.trim().replace(",", ".") || "0",
      prefixes: prefixes.split(/[\s,;]+/).filter((prefix) => prefix !== ""),
    };
    const intent = `allowance:${JSON.stringify(said)}`;
    const input = { ...said, idempotencyKey: idempotencyKey(intent) };
    const isDone = await save(async () =>
      // A wrong prefix is told where all of them were typed.
      (await saveAllowance({ variables: { input } })).data?.saveAllowance.userErrors.map((error) => ({
        ...error,
        path: error.path?.slice(0, 1) ?? null,
      })),
    );
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={allowance === null ? t("new") : allowance.name}
      onClose={onClose}
      deed={labels.save}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <TextInput label={t("column.name")} required data-autofocus autoComplete="off" {...form.getInputProps("name")} />
      <div className={classes.three}>
        <NumberInput
          label={t("column.minutes")}
          required
          min={1}
          max={allowanceMinutesMax}
          allowDecimal={false}
          {...form.getInputProps("minutes")}
        />
        <TextInput
          label={t("feeIn", { currency: allowance?.fee.currency ?? reseller.currency })}
          inputMode="decimal"
          {...form.getInputProps("fee")}
        />
        <NumberInput
          label={t("column.rollover")}
          min={0}
          max={allowanceMinutesMax}
          allowDecimal={false}
          {...form.getInputProps("rolloverMinutesMax")}
        />
      </div>
      <TextInput
        label={t("column.numbers")}
        description={t("prefixesHint")}
        placeholder="44, 353"
        inputMode="tel"
        {...form.getInputProps("prefixes")}
      />
      <Switch label={t("isOffered")} {...form.getInputProps("isOffered", { type: "checkbox" })} />
      {allowance !== null && <p className={classes.dim}>{t("keptAsItWas")}</p>}
      {allowance !== null && <AuditLink subject={allowance.id} />}
    </FormDialog>
  );
}
