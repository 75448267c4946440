import { useMutation } from "@apollo/client/react";
import { NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { numberKinds, type NumberKind } from "@tierline/shared/did.ts";
import { itemsPerCallMax } from "@tierline/shared/limits.ts";
import { numberRange } from "@tierline/shared/number-range.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import classes from "./Numbers.module.css";
import { RegisterNumbersDocument } from "./numbers.generated.ts";

interface RegisterNumbersProps {
  /** Sorts of stock that numbers identify; at least one. */
  readonly templates: readonly { readonly id: string; readonly label: string }[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Values {
  templateId: string;
  firstNumber: string;
  quantity: number | string;
  country: string;
  supplier: string;
  kind: NumberKind;
}

const fields = ["templateId", "firstNumber", "quantity", "country", "supplier", "kind"] as const;

/** Numbers in a row, written as their carrier writes them (BX12). */
export function RegisterNumbers({ templates, onClose, onDone }: RegisterNumbersProps) {
  const { t } = useTranslation("numbers");
  const { country } = useViewer().reseller;
  const form = useForm<Values>({
    initialValues: {
      templateId: templates[0]?.id ?? "",
      firstNumber: "",
      quantity: 10,
      country,
      supplier: "",
      kind: "SIMPLE",
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const [register] = useMutation(RegisterNumbersDocument);
  const { firstNumber, quantity } = form.values;
  const range = numberRange(firstNumber.trim(), Math.min(Number(quantity), itemsPerCallMax));
  async function send(): Promise<void> {
    const said = {
      ...form.values,
      firstNumber: firstNumber.trim(),
      quantity: Math.trunc(Number(quantity)),
      country: form.values.country.trim().toUpperCase(),
    };
    const intent = `register:${JSON.stringify(said)}`;
    const isDone = await save(async () => {
      const input = { ...said, idempotencyKey: idempotencyKey(intent) };
      const errors = (await register({ variables: { input } })).data?.registerNumbers.userErrors ?? [];
      // Each number that exists has an error of its own, and a field shows one: all of them are told together.
      const taken = errors.filter(({ code }) => code === "TAKEN");
      return taken.length > 1 ? taken.map((error) => ({ ...error, path: null })) : errors;
    });
    forgetIdempotencyKey(intent);
    if (!isDone) return;
    notifications.show({ message: t("register.done", { count: said.quantity }) });
    onDone();
    onClose();
  }
  return (
    <FormDialog
      title={t("register.title")}
      onClose={onClose}
      deed={t("register.deed")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      {templates.length > 1 && (
        <Select
          label={t("register.template")}
          allowDeselect={false}
          data={templates.map(({ id, label }) => ({ value: id, label }))}
          {...form.getInputProps("templateId")}
        />
      )}
      <TextInput
        label={t("register.first")}
        description={t("register.firstHint")}
        required
        inputMode="tel"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("firstNumber")}
      />
      <div className={classes.fields}>
        <NumberInput
          label={t("register.quantity")}
          min={1}
          max={itemsPerCallMax}
          allowDecimal={false}
          {...form.getInputProps("quantity")}
        />
        <TextInput label={t("register.country")} maxLength={2} autoComplete="off" {...form.getInputProps("country")} />
        <Select
          label={t("register.kind")}
          allowDeselect={false}
          data={numberKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps("kind")}
        />
      </div>
      <TextInput label={t("register.supplier")} required autoComplete="off" {...form.getInputProps("supplier")} />
      <p className={classes.dim} aria-live="polite">
        {range === null || range.length === 0
          ? t("register.none")
          : t("register.range", { first: range[0], last: range.at(-1) })}
      </p>
    </FormDialog>
  );
}
