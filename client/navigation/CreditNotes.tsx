import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import {
  AccountCreditNotesDocument,
  ResellerCreditNotesDocument,
  type CreditNoteRowFragment,
} from "../api/invoices.generated.ts";
import { pagesOf } from "../api/pages-of.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { formatDate } from "../ui/format.ts";
import type { GridColumn } from "../ui/grid-column.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ActionsHead } from "./ActionsHead.tsx";
import { renderLink } from "./AppLink.tsx";
import { PdfLink } from "./PdfLink.tsx";

/** What was given back of a customer's invoices, the latest first; nothing where nothing was. */
export function CreditNotes({ customerId }: { readonly customerId: string }) {
  const result = useQuery(AccountCreditNotesDocument, {
    variables: { id: customerId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const notes = result.data?.customer?.billingAccount?.creditNotes;
  return notes === undefined ? null : <NotesPanel {...pagesOf(result, notes.pageInfo)} notes={notes.nodes} />;
}

/** The same of what a reseller has with its parent. */
export function ResellerCreditNotes({ resellerId }: { readonly resellerId: string }) {
  const result = useQuery(ResellerCreditNotesDocument, {
    variables: { id: resellerId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const notes = result.data?.reseller?.billingAccount?.creditNotes;
  return notes === undefined ? null : <NotesPanel {...pagesOf(result, notes.pageInfo)} notes={notes.nodes} />;
}

interface NotesProps extends Partial<ReturnType<typeof pagesOf>> {
  readonly notes: readonly CreditNoteRowFragment[];
}

function NotesPanel(props: NotesProps) {
  const { t } = useTranslation("billing");
  if (props.notes.length === 0) return null;
  return (
    <Panel title={t("credit.title")} padded={false}>
      <CreditNoteTable {...props} />
    </Panel>
  );
}

export function CreditNoteTable({ notes, ...paging }: NotesProps) {
  const { t } = useTranslation(["billing", "rows"]);
  const locale = useLocale();
  const columns: GridColumn<CreditNoteRowFragment>[] = [
    {
      key: "number",
      header: t("credit.number"),
      isPrimary: true,
      cell: ({ number }) => t("credit.named", { number }),
    },
    {
      key: "issuedOn",
      header: t("invoice.issuedOn"),
      cell: ({ issuedOn }) => formatDate(issuedOn, locale),
      phonePlace: "start",
    },
    {
      key: "invoice",
      header: t("credit.ofInvoice"),
      cell: ({ invoice }) => t("invoice.named", { number: invoice.number }),
      hideOnPhone: true,
    },
    { key: "reason", header: t("credit.why"), cell: ({ reason }) => reason, hideOnPhone: true },
    {
      key: "total",
      header: t("credit.amount"),
      align: "end",
      cell: ({ total }) => <MoneyText {...total} locale={locale} />,
      phonePlace: "topEnd",
    },
    {
      key: "pdf",
      header: <ActionsHead />,
      align: "end",
      cell: ({ pdfPath, number }) => <PdfLink path={pdfPath} label={t("credit.pdfOf", { number })} />,
      phonePlace: "end",
    },
  ];
  return (
    <DataGrid<CreditNoteRowFragment>
      {...paging}
      columns={columns}
      rows={notes}
      rowKey={({ id }) => id}
      renderLink={renderLink}
      caption={t("credit.title")}
      empty={<EmptyState kind="first" title={t("credit.nothing")} />}
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}
