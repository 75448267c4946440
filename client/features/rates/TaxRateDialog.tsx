import { useMutation } from "@apollo/client/react";
import { Checkbox, Group, Select, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { percentUnits, taxedKinds, taxesOf, type TaxedKind } from "@tierline/shared/tax.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { countriesIn } from "../../ui/countries.ts";
import { Facts } from "../../ui/Facts.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "./Rates.module.css";
import { SetTaxRateDocument, type TaxRateRowFragment } from "./taxes.generated.ts";
import { useRateLabels } from "./use-rate-labels.ts";

interface TaxRateDialogProps {
  /** Null is another one; else what is said of its name and place from a day on. */
  readonly rate: TaxRateRowFragment | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const fields = ["name", "country", "region", "percent", "kinds", "effectiveFrom"] as const;

export function TaxRateDialog({ rate, onClose, onSaved }: TaxRateDialogProps) {
  const { t } = useTranslation("taxes");
  const labels = useRateLabels();
  const { reseller } = useViewer();
  const locale = useLocale();
  const [setTaxRate] = useMutation(SetTaxRateDocument);
  const form = useForm({
    initialValues: {
      name: rate?.name ?? "",
      country: rate?.country ?? reseller.country,
      region: rate?.region ?? "",
      percent: rate?.percent ?? "",
      isIncluded: rate?.isIncluded ?? false,
      kinds: rate?.kinds ?? [...taxedKinds],
      effectiveFrom: "",
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const percent = form.values.percent.trim().replace(",", ".");
  const submit = async (): Promise<void> => {
    const { region, effectiveFrom, ...values } = form.values;
    const said = {
      ...values,
      percent: percent === "" ? null : percent,
      region: region.trim() === "" ? null : region,
      effectiveFrom: effectiveFrom === "" ? null : effectiveFrom,
    };
    const intent = `tax:${JSON.stringify(said)}`;
    const input = { ...said, idempotencyKey: idempotencyKey(intent) };
    const isDone = await save(async () => (await setTaxRate({ variables: { input } })).data?.setTaxRate.userErrors);
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={rate === null ? t("new") : rate.name}
      onClose={onClose}
      deed={labels.save}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={labels}
    >
      <TextInput
        label={t("column.name")}
        description={t("nameHint")}
        required
        readOnly={rate !== null}
        data-autofocus={rate === null || undefined}
        autoComplete="off"
        {...form.getInputProps("name")}
      />
      <div className={`${classes.three} ${classes.place}`}>
        <Select
          label={t("country")}
          data={[...countriesIn(locale)]}
          searchable
          allowDeselect={false}
          required
          readOnly={rate !== null}
          comboboxProps={{ keepMounted: false }}
          {...form.getInputProps("country")}
        />
        <TextInput
          label={t("region")}
          placeholder={t("wholeCountry")}
          readOnly={rate !== null}
          autoComplete="off"
          {...form.getInputProps("region")}
        />
        <TextInput
          label={t("column.percent")}
          placeholder={rate === null ? "20" : t("over")}
          required={rate === null}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps("percent")}
        />
      </div>
      <Switch label={t("isIncluded")} {...form.getInputProps("isIncluded", { type: "checkbox" })} />
      <Checkbox.Group label={t("column.kinds")} {...form.getInputProps("kinds")}>
        <Group gap="sm" mt={6}>
          {taxedKinds.map((kind: TaxedKind) => (
            <Checkbox key={kind} value={kind} label={t(`kind.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput
        type="date"
        label={t("column.effectiveFrom")}
        description={t("fromHint")}
        {...form.getInputProps("effectiveFrom")}
      />
      <Preview percent={percent} isIncluded={form.values.isIncluded} currency={reseller.currency} />
    </FormDialog>
  );
}

interface PreviewProps {
  readonly percent: string;
  readonly isIncluded: boolean;
  readonly currency: string;
}

/** What becomes of an invoice of a hundred. */
function Preview({ percent, isIncluded, currency }: PreviewProps) {
  const { t } = useTranslation("taxes");
  const locale = useLocale();
  if (percentUnits(percent) === null) return <p className={classes.dim}>{t("preview.none")}</p>;
  const micros = 100_000_000n;
  const [tax] = taxesOf([{ micros, taxes: [{ name: "", percent, isIncluded }] }], currency);
  const taxed = tax?.micros ?? 0n;
  const shown = (amount: bigint) => <MoneyText {...{ amount: decimalOf(money(amount, currency)), currency, locale }} />;
  return (
    <Facts
      layout="columns"
      items={[
        { key: "net", label: t("preview.net"), value: shown(isIncluded ? micros - taxed : micros) },
        { key: "tax", label: t("preview.tax"), value: shown(taxed) },
        { key: "total", label: t("preview.total"), value: shown(isIncluded ? micros : micros + taxed) },
      ]}
    />
  );
}
