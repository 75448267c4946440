import { useMutation } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { tryParseMoney } from "@tierline/shared/money.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import {
  CreateCreditNoteDocument,
  type CreateCreditNoteMutation,
  type InvoiceLinesQuery,
} from "../api/invoices.generated.ts";
import { useSave } from "../api/use-save.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { Facts } from "../ui/Facts.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { formatMoney, formatNumber } from "../ui/format.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { useDryRun } from "./use-dry-run.ts";

type Invoice = NonNullable<InvoiceLinesQuery["invoice"]>;
type Line = Invoice["lines"][number];
type Payload = CreateCreditNoteMutation["createCreditNote"];

interface CreditInvoiceProps {
  readonly invoice: Invoice;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Gives all or part of an invoice's lines back; what that comes to with its tax is seen before it is done. */
export function CreditInvoice({ invoice, onClose, onDone }: CreditInvoiceProps) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const lines = invoice.lines.filter(({ creditable }) => Number(creditable.amount) > 0);
  const form = useForm<Values>({
    initialValues: { reason: "", ...Object.fromEntries(lines.map((line) => [fieldOf(line), ""])) },
  });
  const { save, isBusy, problem } = useSave(form, ["reason"]);
  const [create] = useMutation(CreateCreditNoteDocument);
  const dryRun = useDryRun(async (asked) => {
    const input = { invoiceId: invoice.id, lines: asLines(asked), idempotencyKey: "dry run", dryRun: true };
    return (await create({ variables: { input } })).data?.createCreditNote;
  });
  const asked = askedOf(lines, form.values);
  const total = asked === null ? null : (dryRun.run?.total ?? null);

  function change(values: Values): void {
    form.setValues(values);
    dryRun.ask(askedOf(lines, values));
  }

  async function send(): Promise<void> {
    if (asked === null) return;
    const said = { invoiceId: invoice.id, lines: asLines(asked), reason: form.values["reason"] ?? "" };
    const intent = `credit:${JSON.stringify(said)}`;
    let number: number | undefined;
    const isDone = await save(async () => {
      const answer = await create({ variables: { input: { ...said, idempotencyKey: idempotencyKey(intent) } } });
      number = answer.data?.createCreditNote.creditNote?.number;
      return answer.data?.createCreditNote.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t("credit.done", { number }) });
    onDone();
  }

  return (
    <FormDialog
      title={t("credit.of", { number: invoice.number })}
      onClose={onClose}
      deed={
        total === null
          ? t("credit.deedNone")
          : t("credit.deed", { amount: formatMoney(total.amount, total.currency, locale) })
      }
      disabledReason={asked === null ? t("credit.nothingChosen") : null}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>
        {t("credit.text")} {invoice.lines.some(({ kind }) => kind === "USAGE") && t("credit.calls")}
      </p>
      {lines.map((line, index) => (
        <TextInput
          key={line.position}
          label={t("credit.amountOf", { what: line.description, left: moneyText(line.creditable, locale) })}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus={index === 0 || undefined}
          {...form.getInputProps(fieldOf(line))}
          onChange={(event) => change({ ...form.values, [fieldOf(line)]: event.currentTarget.value })}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        onClick={() =>
          change({
            ...form.values,
            ...Object.fromEntries(lines.map((line) => [fieldOf(line), line.creditable.amount])),
          })
        }
      >
        {t("credit.all")}
      </Button>
      <TextInput
        label={t("credit.reason")}
        description={t("credit.reasonHint")}
        required
        autoComplete="off"
        {...form.getInputProps("reason")}
      />
      <section aria-label={t("preview.label")} aria-live="polite">
        {dryRun.refusal !== null && <p>{dryRun.refusal}</p>}
        {dryRun.refusal === null && dryRun.run === null && <p>{t("credit.previewNone")}</p>}
        {dryRun.run !== null && <Preview run={dryRun.run} />}
      </section>
    </FormDialog>
  );
}

type Values = Record<string, string>;

function fieldOf({ position }: Line): string {
  return `line${position}`;
}

/** Lines that something was typed for, as text; null where there are none, or one is no amount. */
function askedOf(lines: readonly Line[], values: Values): string | null {
  const asked = lines.flatMap((line) => {
    const amount = (values[fieldOf(line)] ?? "").trim().replace(",", ".");
    return amount === "" ? [] : [{ position: line.position, amount }];
  });
  const isWhole = asked.every(({ amount }) => tryParseMoney(amount, lines[0]?.amount.currency ?? "") !== null);
  return asked.length > 0 && isWhole ? JSON.stringify(asked) : null;
}

function asLines(asked: string): { position: number; amount: string }[] {
  return JSON.parse(asked) as { position: number; amount: string }[]; // as askedOf wrote it
}

function moneyText({ amount, currency }: Line["amount"], locale: string): string {
  return formatMoney(amount, currency, locale);
}

function Preview({ run }: { readonly run: Payload }) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const { net, taxes, total, balanceAfter } = run;
  const taxed = taxes.map(({ name, percent, isIncluded, base, amount }, index) => ({
    key: `tax${index}`,
    label: t(isIncluded ? "invoice.taxIncluded" : "invoice.taxAdded", {
      name,
      percent: formatNumber(percent, locale),
      base: moneyText(base, locale),
    }),
    value: <MoneyText {...amount} locale={locale} />,
  }));
  const shown = [
    { key: "net", label: t("credit.net"), amount: net },
    { key: "total", label: t("credit.total"), amount: total },
    { key: "after", label: t("preview.after"), amount: balanceAfter },
  ].flatMap(({ key, label, amount }) =>
    amount === null
      ? []
      : [
          {
            key,
            label,
            value: <MoneyText {...amount} locale={locale} isSigned isRounded />,
            isStrong: key === "total",
          },
        ],
  );
  return <Facts items={[...shown.slice(0, 1), ...taxed, ...shown.slice(1)]} />;
}
