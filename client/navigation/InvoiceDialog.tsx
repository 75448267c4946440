import { useQuery } from "@apollo/client/react";
import { Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { InvoiceLinesDocument, type InvoiceLinesQuery } from "../api/invoices.generated.ts";
import { useCan, useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Facts } from "../ui/Facts.tsx";
import { formatDate, formatMoney, formatNumber } from "../ui/format.ts";
import type { GridColumn } from "../ui/grid-column.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { AppLink, renderLink } from "./AppLink.tsx";
import { CreditInvoice } from "./CreditInvoice.tsx";
import { CreditNoteTable } from "./CreditNotes.tsx";
import { DeedButton } from "./DeedButton.tsx";
import { path } from "./path.ts";
import { QueryState } from "./QueryState.tsx";
import { useReseller } from "./use-place.ts";

type Invoice = NonNullable<InvoiceLinesQuery["invoice"]>;
type Line = Invoice["lines"][number];

interface InvoiceDialogProps {
  readonly id: string;
  readonly onClose: () => void;
  /** Left out for who only buys. */
  readonly onCredited?: (() => void) | undefined;
}

/** U29: an invoice's lines, each with how it came to be, and the balance before and after. */
export function InvoiceDialog({ id, onClose, onCredited }: InvoiceDialogProps) {
  const { t } = useTranslation("billing");
  const [isCrediting, setCrediting] = useState(false);
  const result = useQuery(InvoiceLinesDocument, { variables: { id } });
  const invoice = result.data?.invoice ?? null;
  if (isCrediting && invoice !== null && onCredited !== undefined) {
    const done = () => {
      setCrediting(false);
      void result.refetch();
      onCredited();
    };
    return <CreditInvoice invoice={invoice} onClose={() => setCrediting(false)} onDone={done} />;
  }
  const number = invoice?.number;
  const title = number === undefined ? t("invoice.one") : t("invoice.named", { number });
  return (
    <Dialog title={title} onClose={onClose} closeLabel={t("close")} size="xl">
      <QueryState result={result}>
        {(data) =>
          data.invoice === null ? null : (
            <Opened invoice={data.invoice} onCredit={onCredited === undefined ? undefined : () => setCrediting(true)} />
          )
        }
      </QueryState>
    </Dialog>
  );
}

interface OpenedProps {
  readonly invoice: Invoice;
  readonly onCredit: (() => void) | undefined;
}

function Opened({ invoice, onCredit }: OpenedProps) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const day = (value: string) => formatDate(value, locale);
  const { periodFrom, periodTo, timeZone, dueOn } = invoice;
  const amounts = ["previousBalance", "payments", "charges", "tax", "newBalance"] as const;
  return (
    <Stack gap="md">
      <Facts
        layout="columns"
        items={[
          {
            key: "period",
            label: t("invoice.period"),
            value: t("invoice.rangeIn", { from: day(periodFrom), to: day(periodTo), zone: timeZone }),
          },
          { key: "dueOn", label: t("invoice.dueOn"), value: day(dueOn) },
        ]}
      />
      <Lines invoice={invoice} />
      <Taxes invoice={invoice} />
      <Facts
        layout="columns"
        items={amounts.map((key) => ({
          key,
          label: t(`invoice.${key}`),
          value: <MoneyText {...invoice[key]} locale={locale} isSigned />,
        }))}
      />
      {invoice.creditNotes.length > 0 && (
        <section aria-label={t("credit.title")}>
          <CreditNoteTable notes={invoice.creditNotes} />
        </section>
      )}
      {onCredit !== undefined && <CreditButton invoice={invoice} onClick={onCredit} />}
    </Stack>
  );
}

function CreditButton({ invoice, onClick }: { readonly invoice: Invoice; readonly onClick: () => void }) {
  const { t } = useTranslation("billing");
  const can = useCan("credit_note.create");
  const nothing = Number(invoice.creditable.amount) > 0 ? null : t("credit.nothing");
  return (
    <Group justify="end">
      <DeedButton variant="default" disabledReason={can.reason ?? nothing} onClick={onClick}>
        {t("credit.button")}
      </DeedButton>
    </Group>
  );
}

/** By rate; where there is none, why. */
function Taxes({ invoice: { taxes, taxNote } }: { readonly invoice: Invoice }) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  if (taxes.length === 0) return taxNote === null ? null : <Text size="sm">{taxNote}</Text>;
  return (
    <>
      <Facts
        layout="columns"
        items={taxes.map(({ name, percent, isIncluded, base, amount }, index) => ({
          key: String(index),
          label: t(isIncluded ? "invoice.taxIncluded" : "invoice.taxAdded", {
            name,
            percent: formatNumber(percent, locale),
            base: formatMoney(base.amount, base.currency, locale),
          }),
          value: <MoneyText {...amount} locale={locale} />,
        }))}
      />
      <Text size="xs" c="dimmed">
        {t("invoice.partsNote")}
      </Text>
    </>
  );
}

function Lines({ invoice: { id, lines } }: { readonly invoice: Invoice }) {
  const { t } = useTranslation(["billing", "rows"]);
  const locale = useLocale();
  const day = (value: string) => formatDate(value, locale);
  const columns: GridColumn<Line>[] = [
    {
      key: "description",
      header: t("column.description"),
      cell: (line) => <What line={line} invoice={id} />,
      isPrimary: true,
    },
    {
      key: "period",
      header: t("invoice.period"),
      cell: ({ periodFrom, periodTo }) =>
        periodFrom === null || periodTo === null
          ? "–"
          : t("invoice.range", { from: day(periodFrom), to: day(periodTo) }),
      phonePlace: "start",
    },
    { key: "formula", header: t("invoice.formula"), cell: (line) => <Formula line={line} />, phonePlace: "end" },
    {
      key: "amount",
      header: t("column.amount"),
      align: "end",
      cell: ({ amount }) => <MoneyText {...amount} locale={locale} />,
      phonePlace: "topEnd",
    },
  ];
  return (
    <DataGrid<Line>
      columns={columns}
      rows={lines}
      rowKey={({ position }) => String(position)}
      renderLink={renderLink}
      caption={t("invoice.lines")}
      empty={<EmptyState kind="first" title={t("invoice.noLines")} />}
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}

/** A line of calls leads to exactly those that it sums. */
function What({ line: { kind, description }, invoice }: { readonly line: Line; readonly invoice: string }) {
  const reseller = useReseller();
  const { customer, permissions } = useViewer();
  if (kind !== "USAGE" || !permissions.includes("call.view")) return description;
  const query = { invoice };
  const href = customer === null ? path.calls(reseller, query) : path.portalCalls(query);
  return <AppLink href={href}>{description}</AppLink>;
}

/** How the amount came to be, and what of each tax falls on it. */
function Formula({ line }: { readonly line: Line }) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  return (
    <>
      <AmountFormula line={line} />
      {line.taxes.map(({ name, percent, isIncluded, part }, index) => (
        <Text key={index} size="xs" c="dimmed">
          {t(isIncluded ? "invoice.partIncluded" : "invoice.partAdded", {
            name,
            percent: formatNumber(percent, locale),
            part: formatMoney(part.amount, part.currency, locale),
          })}
        </Text>
      ))}
    </>
  );
}

/** The exact one, where it was rounded. */
function AmountFormula({ line: { charge, exactAmount, amount } }: { readonly line: Line }) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const said = ({ amount: value, currency }: Line["amount"]) => formatMoney(value, currency, locale);
  const exact = exactAmount.amount === amount.amount ? null : t("invoice.rounded", { exact: said(exactAmount) });
  if (charge === null) return exact ?? "–";
  const { price, days, ofDays } = charge;
  const formula = days === null ? said(price) : t("invoice.ofDays", { price: said(price), days, ofDays });
  return exact === null ? formula : `${formula} = ${exact}`;
}
