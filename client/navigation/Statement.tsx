import { Button, TextInput } from "@mantine/core";
import { transactionKinds } from "@tierline/shared/ledger.ts";
import { paymentProviderTitles } from "@tierline/shared/payment.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { StatementLineFragment } from "../api/billing.generated.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid, type DataGridProps } from "../ui/DataGrid.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { FilterChips } from "../ui/FilterChips.tsx";
import { formatDateTime, placesOf } from "../ui/format.ts";
import type { GridColumn } from "../ui/grid-column.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ActionsHead } from "./ActionsHead.tsx";
import { renderLink } from "./AppLink.tsx";
import classes from "./Statement.module.css";
import { isWhole, wholeStatement, type StatementState } from "./statement-state.ts";

type Paging = Pick<DataGridProps<StatementLineFragment>, "hasMore" | "onMore" | "isLoadingMore" | "isLoading">;

interface StatementProps extends Paging {
  readonly lines: readonly StatementLineFragment[];
  readonly state: StatementState;
  readonly onChange: (change: Partial<StatementState>) => void;
  /** What can be done with a line; missing for who only reads. */
  readonly deedOf?: (line: StatementLineFragment) => ReactNode;
}

/** What came and went, the latest first, each line with the balance after it. */
export function Statement({ lines, state, onChange, deedOf, ...paging }: StatementProps) {
  const { t } = useTranslation(["billing", "rows"]);
  const columns = useColumns(lines, deedOf);
  return (
    <Panel title={t("statement")} padded={false}>
      <StatementFilter state={state} onChange={onChange} />
      <DataGrid<StatementLineFragment>
        {...paging}
        columns={columns}
        rows={lines}
        rowKey={({ number }) => String(number)}
        renderLink={renderLink}
        caption={t("statement")}
        empty={
          isWhole(state) ? (
            <EmptyState kind="first" title={t("none")} />
          ) : (
            <EmptyState
              kind="filtered"
              title={t("noneInFilter")}
              action={
                <Button variant="default" size="xs" onClick={() => onChange(wholeStatement)}>
                  {t("clear")}
                </Button>
              }
            />
          )
        }
        labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      />
    </Panel>
  );
}

function StatementFilter({ state, onChange }: Pick<StatementProps, "state" | "onChange">) {
  const { t } = useTranslation("billing");
  const kinds = transactionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }));
  return (
    <div className={classes.filter}>
      <FilterChips
        label={t("filter.kind")}
        value={state.kind === "" ? null : state.kind}
        onChange={(kind) => onChange({ kind: kind ?? "" })}
        options={kinds}
      />
      {(["from", "to"] as const).map((key) => (
        <TextInput
          key={key}
          className={classes.day ?? ""}
          size="xs"
          type="date"
          aria-label={t(`filter.${key}`)}
          leftSection={<span aria-hidden="true">{t(`filter.${key}`)}</span>}
          leftSectionWidth={50}
          value={state[key]}
          onChange={(event) => onChange({ [key]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

function useColumns(
  lines: readonly StatementLineFragment[],
  deedOf: StatementProps["deedOf"],
): GridColumn<StatementLineFragment>[] {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const isSeller = deedOf !== undefined;
  const amounts = placesOf(lines.map(({ amount: { amount } }) => amount));
  const balances = placesOf(lines.map(({ balance: { amount } }) => amount));
  const columns: GridColumn<StatementLineFragment>[] = [
    {
      key: "at",
      header: t("column.at"),
      cell: ({ at }) => <time dateTime={at}>{formatDateTime(at, locale, { timeZone })}</time>,
      width: 170,
      phonePlace: "start",
    },
    { key: "description", header: t("column.description"), cell: ({ description }) => description, isPrimary: true },
    {
      key: "kind",
      header: t("column.kind"),
      cell: ({ kind, reversedById, payment }) => {
        const name = t(`kind.${kind}`);
        const what =
          payment === null ? name : t("by", { kind: name, provider: paymentProviderTitles[payment.provider] });
        return reversedById === null ? what : t("wasReversed", { kind: what });
      },
      hideOnPhone: true,
    },
    { key: "reference", header: t("column.reference"), cell: ({ reference }) => reference ?? "–", hideOnPhone: true },
    { key: "actor", header: t("column.actor"), cell: ({ actor }) => actor ?? "–", hideOnPhone: true },
    {
      key: "amount",
      header: t("column.amount"),
      align: "end",
      cell: ({ amount }) => <MoneyText {...amount} locale={locale} places={amounts} />,
      phonePlace: "topEnd",
    },
    {
      key: "balance",
      header: t("column.balance"),
      align: "end",
      cell: ({ balance }) => <MoneyText {...balance} locale={locale} places={balances} isSigned />,
      phonePlace: "end",
    },
    { key: "deed", header: <ActionsHead />, align: "end", cell: (line) => deedOf?.(line), hideOnPhone: true },
  ];
  return columns.filter(({ key }) => isSeller || (key !== "actor" && key !== "deed"));
}
