import { useMutation, useQuery } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { fieldErrors } from "../../api/user-errors.ts";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { decimal } from "./decimal.ts";
import { ownPriceDrafts, ownPriceInputs } from "./own-prices.ts";
import { OwnPriceFields } from "./OwnPriceFields.tsx";
import { PriceListPreview } from "./PriceListPreview.tsx";
import { PlanPriceListDocument, SavePriceListDocument, type PriceListRowFragment } from "./price-lists.generated.ts";
import classes from "./Rates.module.css";
import { useRateLabels } from "./use-rate-labels.ts";

interface PriceListDialogProps {
  /** Null makes another one. */
  readonly list: PriceListRowFragment | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const previewDelayMs = 300;
const fields = [
  "name",
  "markupFixed",
  "markupPercent",
  "exchangeRate",
  "effectiveFrom",
  "belowCostReason",
  "ownPrices",
];

/** What a price list says from a time on, with what that would change while one types. */
export function PriceListDialog({ list, onClose, onSaved }: PriceListDialogProps) {
  const { t } = useTranslation("rates");
  const labels = useRateLabels();
  const { send, isBusy, problem } = useSend();
  const [save] = useMutation(SavePriceListDocument);
  const last = list?.versions.at(-1);
  const [own, setOwn] = useState(() => ownPriceDrafts(last?.ownPrices ?? []));
  const form = useForm({
    initialValues: {
      name: list?.name ?? "",
      markupFixed: last?.markupFixed ?? "0",
      markupPercent: last?.markupPercent ?? "0",
      exchangeRate: last?.exchangeRate ?? "",
      effectiveFrom: "",
      belowCostReason: "",
    },
  });
  const { name, markupFixed, markupPercent, exchangeRate, effectiveFrom, belowCostReason } = form.values;
  const terms = {
    ...(list !== null && { id: list.id }),
    name,
    markupFixed: decimal(markupFixed),
    markupPercent: decimal(markupPercent),
    exchangeRate: exchangeRate.trim() === "" ? null : decimal(exchangeRate),
    ownPrices: ownPriceInputs(own),
    effectiveFrom: effectiveFrom === "" ? null : new Date(effectiveFrom).toISOString(),
  };
  const [settled] = useDebouncedValue(JSON.stringify(terms), previewDelayMs);
  const preview = useQuery(PlanPriceListDocument, {
    variables: { input: { ...(JSON.parse(settled) as typeof terms), name: "–" } },
    fetchPolicy: "no-cache",
  });
  const { data, previousData } = preview;
  const plan = (data ?? previousData)?.planPriceList ?? null;
  const losesMoney = plan !== null && plan.losses.length > 0;
  const intent = `price-list:${list?.id ?? "new"}:${JSON.stringify(form.values)}:${JSON.stringify(own)}`;
  const submit = async (): Promise<void> => {
    const reason = belowCostReason.trim() === "" ? null : belowCostReason;
    const input = { ...terms, idempotencyKey: idempotencyKey(intent), belowCostReason: reason };
    const isDone = await send(async () => {
      const refused = (await save({ variables: { input } })).data?.savePriceList.userErrors ?? [];
      form.setErrors(fieldErrors(refused, fields).byField);
      return refused;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={list === null ? t("list.new") : list.name}
      onClose={onClose}
      deed={labels.save}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <TextInput label={t("plan.name")} required data-autofocus autoComplete="off" {...form.getInputProps("name")} />
      <div className={classes.three}>
        <TextInput label={t("list.fixed")} inputMode="decimal" {...form.getInputProps("markupFixed")} />
        <TextInput label={t("plan.percentage")} inputMode="decimal" {...form.getInputProps("markupPercent")} />
        <TextInput label={t("plan.exchangeRate")} inputMode="decimal" {...form.getInputProps("exchangeRate")} />
      </div>
      <p className={classes.dim}>{t("list.formula")}</p>
      {plan !== null && <PriceListPreview plan={plan} />}
      {losesMoney && (
        <TextInput
          label={t("list.reason")}
          description={t("list.reasonHint")}
          required
          {...form.getInputProps("belowCostReason")}
        />
      )}
      <OwnPriceFields drafts={own} onChange={setOwn} errors={ownErrors(form.errors)} />
      <TextInput
        type="datetime-local"
        label={t("deed.from")}
        description={t("list.fromHint")}
        {...form.getInputProps("effectiveFrom")}
      />
      {list !== null && <AuditLink subject={list.id} />}
    </FormDialog>
  );
}

/** `ownPrices.0.recurring` is `0.recurring` of the rows. */
function ownErrors(errors: Readonly<Record<string, unknown>>): Record<string, string> {
  const prefix = "ownPrices.";
  return Object.fromEntries(
    Object.entries(errors).flatMap(([key, message]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), String(message)] as const] : [],
    ),
  );
}
