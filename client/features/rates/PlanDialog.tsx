import { useMutation } from "@apollo/client/react";
import { Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { usualRoutes, type CallRoute } from "@tierline/shared/call-route.ts";
import { parseCadence } from "@tierline/shared/cadence.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { fieldErrors } from "../../api/user-errors.ts";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { decimal } from "./decimal.ts";
import { FeeFields } from "./FeeFields.tsx";
import { FreeMinutesField } from "./FreeMinutesField.tsx";
import { ownRatesText, readOwnRates } from "./own-rates.ts";
import { PlanPreview } from "./PlanPreview.tsx";
import classes from "./Rates.module.css";
import { RouteFields } from "./RouteFields.tsx";
import { SaveRatePlanDocument, type RatePlanRowFragment } from "./rates.generated.ts";
import { useRateLabels } from "./use-rate-labels.ts";

interface PlanDialogProps {
  /** Null makes another one. */
  readonly plan: RatePlanRowFragment | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const fields = [
  "name",
  "markupFixed",
  "markupPercent",
  "cadence",
  "exchangeRate",
  "internationalRoute",
  "canadaRoute",
  "setupFee",
  "monthlyFee",
  "freeMinutes",
  "belowCostReason",
] as const;

export function PlanDialog({ plan, onClose, onSaved }: PlanDialogProps) {
  const { t } = useTranslation("rates");
  const labels = useRateLabels();
  const { send, isBusy, problem } = useSend();
  const [save] = useMutation(SaveRatePlanDocument);
  const last = plan?.versions.at(-1);
  const form = useForm({
    initialValues: {
      name: plan?.name ?? "",
      markupFixed: last?.markupFixed ?? "0",
      markupPercent: last?.markupPercent ?? "0",
      cadence: last?.cadence ?? "",
      exchangeRate: last?.exchangeRate ?? "",
      internationalRoute: last?.internationalRoute ?? usualRoutes.internationalRoute,
      canadaRoute: last?.canadaRoute ?? usualRoutes.canadaRoute,
      setupFee: last?.setupFee?.amount ?? "0",
      monthlyFee: last?.monthlyFee?.amount ?? "0",
      freeMinutes: last?.freeMinutes ?? 0,
      own: ownRatesText(last?.overrides ?? []),
      belowCostReason: "",
    },
  });
  const intent = `rate-plan:${plan?.id ?? "new"}:${JSON.stringify(form.values)}`;
  const [isBelowCost, setBelowCost] = useState(false);
  const submit = async (): Promise<void> => {
    const { name, own, belowCostReason, ...values } = form.values;
    const cadence = values.cadence.trim() === "" ? null : parseCadence(values.cadence.trim());
    const { rates, wrongLine } = readOwnRates(own);
    const errors = {
      ...(values.cadence.trim() !== "" && cadence === null && { cadence: t("plan.cadenceWrong") }),
      ...(wrongLine !== null && { own: t("plan.ownWrong", { line: wrongLine }) }),
    };
    form.setErrors(errors);
    if (Object.keys(errors).length > 0) return;
    const input = {
      idempotencyKey: idempotencyKey(intent),
      ...(plan !== null && { id: plan.id }),
      name,
      markupFixed: decimal(values.markupFixed),
      markupPercent: decimal(values.markupPercent),
      cadence,
      exchangeRate: values.exchangeRate.trim() === "" ? null : decimal(values.exchangeRate),
      internationalRoute: values.internationalRoute,
      canadaRoute: values.canadaRoute,
      setupFee: decimal(values.setupFee),
      monthlyFee: decimal(values.monthlyFee),
      freeMinutes: Number(values.freeMinutes), // none where the field is empty
      overrides: rates,
      belowCostReason: belowCostReason.trim() === "" ? null : belowCostReason,
    };
    const isDone = await send(async () => {
      const refused = (await save({ variables: { input } })).data?.saveRatePlan.userErrors ?? [];
      form.setErrors(fieldErrors(refused, fields).byField);
      setBelowCost((was) => was || refused.some(({ code }) => code === "BELOW_COST"));
      return refused;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={plan === null ? t("plan.new") : plan.name}
      onClose={onClose}
      deed={labels.save}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <TextInput label={t("plan.name")} required data-autofocus autoComplete="off" {...form.getInputProps("name")} />
      <div className={classes.three}>
        <TextInput label={t("plan.fixed")} inputMode="decimal" {...form.getInputProps("markupFixed")} />
        <TextInput label={t("plan.percentage")} inputMode="decimal" {...form.getInputProps("markupPercent")} />
        <TextInput label={t("plan.cadence")} placeholder="60/60" {...form.getInputProps("cadence")} />
      </div>
      <p className={classes.dim}>{t("plan.formula")}</p>
      <RouteFields propsOf={form.getInputProps} />
      <PlanPreview terms={previewedTerms(form.values)} />
      <Textarea
        label={t("plan.ownRates")}
        description={t("plan.ownHint")}
        placeholder={"447 0.05\nGB 0.02\nUS/CA 0.0145"}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps("own")}
      />
      <TextInput
        label={t("plan.exchangeRate")}
        description={t("plan.exchangeHint")}
        inputMode="decimal"
        {...form.getInputProps("exchangeRate")}
      />
      <FeeFields propsOf={form.getInputProps} />
      <FreeMinutesField field={form.getInputProps("freeMinutes")} />
      <p className={classes.dim}>{t("plan.freeMinutesHint")}</p>
      {isBelowCost && (
        <TextInput
          label={t("plan.reason")}
          description={t("plan.reasonHint")}
          required
          {...form.getInputProps("belowCostReason")}
        />
      )}
      <p className={classes.dim}>{t("plan.fromNow")}</p>
      {plan !== null && <AuditLink subject={plan.id} />}
    </FormDialog>
  );
}

interface TypedTerms {
  readonly markupFixed: string;
  readonly markupPercent: string;
  readonly cadence: string;
  readonly exchangeRate: string;
  readonly own: string;
  readonly internationalRoute: CallRoute;
  readonly canadaRoute: CallRoute;
}

/** What can be read of it so far. */
function previewedTerms({ markupFixed, markupPercent, cadence, exchangeRate, own, ...values }: TypedTerms) {
  return {
    markupFixed: decimal(markupFixed),
    markupPercent: decimal(markupPercent),
    cadence: parseCadence(cadence.trim()),
    exchangeRate: exchangeRate.trim() === "" ? null : decimal(exchangeRate),
    overrides: readOwnRates(own).rates,
    internationalRoute: values.internationalRoute,
    canadaRoute: values.canadaRoute,
  };
}
