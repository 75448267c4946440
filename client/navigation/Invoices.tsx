import { useMutation, useQuery } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../api/idempotency-key.ts";
import {
  AccountInvoicesDocument,
  IssueInvoiceDocument,
  ResellerInvoicesDocument,
  type AccountOfInvoicesFragment,
  type InvoiceRowFragment,
} from "../api/invoices.generated.ts";
import { pagesOf } from "../api/pages-of.ts";
import { useCan } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Facts } from "../ui/Facts.tsx";
import { formatDate } from "../ui/format.ts";
import type { GridColumn } from "../ui/grid-column.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ActionsHead } from "./ActionsHead.tsx";
import { renderLink } from "./AppLink.tsx";
import { CreditNotes, ResellerCreditNotes } from "./CreditNotes.tsx";
import { DeedButton } from "./DeedButton.tsx";
import { InvoiceDialog } from "./InvoiceDialog.tsx";
import { PdfLink } from "./PdfLink.tsx";
import { QueryState } from "./QueryState.tsx";
import { TaxExemption } from "./TaxExemption.tsx";

interface InvoicesProps {
  /** False for who only buys. */
  readonly mayIssue?: boolean;
  /** Something was posted. */
  readonly onIssued?: () => void;
}

/** Invoices of a customer's account, the latest first, and what recurs and is charged soon. Not there for who may not see them. */
export function Invoices({ customerId, ...props }: InvoicesProps & { readonly customerId: string }) {
  const can = useCan("invoice.view");
  const result = useQuery(AccountInvoicesDocument, {
    variables: { id: customerId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
    skip: !can.isAllowed,
  });
  if (!can.isAllowed) return null;
  return (
    <QueryState result={result}>
      {({ customer }) => {
        const account = customer?.billingAccount ?? null;
        if (account === null) return null;
        const page = pagesOf(result, account.invoices.pageInfo);
        return (
          <AccountInvoices {...props} account={account} page={page} onChange={() => void result.refetch()}>
            {(round) => <CreditNotes key={round} customerId={customerId} />}
          </AccountInvoices>
        );
      }}
    </QueryState>
  );
}

/** The same of what a reseller has with its parent. */
export function ResellerInvoices({ resellerId, ...props }: InvoicesProps & { readonly resellerId: string }) {
  const can = useCan("invoice.view");
  const result = useQuery(ResellerInvoicesDocument, {
    variables: { id: resellerId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
    skip: !can.isAllowed,
  });
  if (!can.isAllowed) return null;
  return (
    <QueryState result={result}>
      {({ reseller }) => {
        const account = reseller?.billingAccount ?? null;
        if (account === null) return null;
        const page = pagesOf(result, account.invoices.pageInfo);
        return (
          <AccountInvoices {...props} account={account} page={page} onChange={() => void result.refetch()}>
            {(round) => <ResellerCreditNotes key={round} resellerId={resellerId} />}
          </AccountInvoices>
        );
      }}
    </QueryState>
  );
}

interface AccountInvoicesProps extends InvoicesProps {
  readonly account: AccountOfInvoicesFragment & {
    readonly invoices: { readonly nodes: readonly InvoiceRowFragment[] };
  };
  readonly page: ReturnType<typeof pagesOf>;
  readonly onChange: () => void;
  /** Its credit notes, read anew with each round. */
  readonly children: (round: number) => ReactNode;
}

function AccountInvoices({ account, page, onChange, mayIssue = false, onIssued, children }: AccountInvoicesProps) {
  const { t } = useTranslation("billing");
  const [round, setRound] = useState(0);
  const issued = () => {
    setRound(round + 1);
    onChange();
    onIssued?.();
  };
  return (
    <>
      <Panel
        title={t("invoice.title")}
        padded={false}
        aside={
          mayIssue
            ? [
                <TaxExemption key="tax" account={account} />,
                <IssueButton key="issue" accountId={account.id} onDone={issued} />,
              ]
            : undefined
        }
        footer={<Upcoming {...account.upcomingCharges} />}
      >
        <InvoiceTable {...page} invoices={account.invoices.nodes} onCredited={mayIssue ? issued : undefined} />
      </Panel>
      {children(round)}
    </>
  );
}

interface TableProps extends ReturnType<typeof pagesOf> {
  readonly invoices: readonly InvoiceRowFragment[];
  readonly onCredited: (() => void) | undefined;
}

function InvoiceTable({ invoices, onCredited, ...paging }: TableProps) {
  const { t } = useTranslation(["billing", "rows"]);
  const [open, setOpen] = useState<string | null>(null);
  const columns = useColumns(setOpen);
  return (
    <>
      <DataGrid<InvoiceRowFragment>
        {...paging}
        columns={columns}
        rows={invoices}
        rowKey={({ id }) => id}
        renderLink={renderLink}
        caption={t("invoice.title")}
        empty={<EmptyState kind="first" title={t("invoice.none")} />}
        labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      />
      {open !== null && <InvoiceDialog id={open} onClose={() => setOpen(null)} onCredited={onCredited} />}
    </>
  );
}

function useColumns(onOpen: (id: string) => void): GridColumn<InvoiceRowFragment>[] {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const day = (value: string) => formatDate(value, locale);
  return [
    {
      key: "number",
      header: t("invoice.number"),
      isPrimary: true,
      cell: ({ id, number }) => (
        <Button variant="subtle" size="compact-sm" onClick={() => onOpen(id)}>
          {t("invoice.named", { number })}
        </Button>
      ),
    },
    { key: "issuedOn", header: t("invoice.issuedOn"), cell: ({ issuedOn }) => day(issuedOn), phonePlace: "start" },
    {
      key: "period",
      header: t("invoice.period"),
      cell: ({ periodFrom, periodTo }) => t("invoice.range", { from: day(periodFrom), to: day(periodTo) }),
      hideOnPhone: true,
    },
    {
      key: "charges",
      header: t("invoice.charges"),
      align: "end",
      cell: ({ charges }) => <MoneyText {...charges} locale={locale} />,
      phonePlace: "topEnd",
    },
    {
      key: "newBalance",
      header: t("invoice.newBalance"),
      align: "end",
      cell: ({ newBalance }) => <MoneyText {...newBalance} locale={locale} isSigned />,
      hideOnPhone: true,
    },
    {
      key: "pdf",
      header: <ActionsHead />,
      align: "end",
      cell: ({ pdfPath, number }) => <PdfLink path={pdfPath} label={t("invoice.pdfOf", { number })} />,
      phonePlace: "end",
    },
  ];
}

function IssueButton({ accountId, onDone }: { readonly accountId: string; readonly onDone: () => void }) {
  const { t } = useTranslation("billing");
  const can = useCan("invoice.issue");
  const [issue, { loading }] = useMutation(IssueInvoiceDocument);
  async function send(): Promise<void> {
    const intent = `invoice:${accountId}`;
    const answer = await issue({ variables: { input: { accountId, idempotencyKey: idempotencyKey(intent) } } });
    forgetIdempotencyKey(intent);
    const [refused] = answer.data?.issueInvoice.userErrors ?? [];
    const number = answer.data?.issueInvoice.invoice?.number;
    notifications.show({ message: refused?.message ?? t("invoice.issued", { number }) });
    if (refused === undefined) onDone();
  }
  return (
    <DeedButton variant="default" size="xs" disabledReason={can.reason} loading={loading} onClick={() => void send()}>
      {t("invoice.issue")}
    </DeedButton>
  );
}

interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** VX13: each of them with all before it. */
function Upcoming(due: Readonly<Record<"tomorrow" | "nextThreeDays" | "nextSevenDays", Amount>>) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const spans = ["tomorrow", "nextThreeDays", "nextSevenDays"] as const;
  return (
    <Facts
      layout="columns"
      items={spans.map((span) => ({
        key: span,
        label: t(`invoice.upcoming.${span}`),
        value: <MoneyText {...due[span]} locale={locale} />,
      }))}
    />
  );
}
