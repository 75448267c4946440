import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { paymentModes } from "@tierline/shared/ledger.ts";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { listHref } from "../../navigation/file-href.ts";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { SaveList } from "../../navigation/SaveList.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PhoneText } from "../../ui/PhoneText.tsx";
import { AccountReportDocument, type AccountReportQuery } from "./list-reports.generated.ts";
import { accountFilterOf, type ChangeReport, type ReportState } from "./report-state.ts";
import classes from "./Reports.module.css";

type Row = AccountReportQuery["accountReport"]["nodes"][number];

interface AccountsPanelProps {
  readonly state: ReportState;
  readonly onChange: ChangeReport;
  readonly onBegun: () => void;
}

/** Every line with its customer, plan, numbers and balance (V24). */
export function AccountsPanel({ state, onChange, onBegun }: AccountsPanelProps) {
  const { t } = useTranslation(["reports", "rows"]);
  const reseller = useReseller();
  const filter = accountFilterOf(state);
  const result = useQuery(AccountReportDocument, {
    variables: { filter, orderBy: state.accounts, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const columns = useColumns();
  return (
    <Panel
      title={t("accounts.title")}
      padded={false}
      aside={
        <SaveList
          href={listHref("accounts", { ...filter, order: state.accounts }, reseller)}
          name="accounts.csv"
          onBegun={onBegun}
        />
      }
    >
      <Filters state={state} onChange={onChange} />
      <QueryState result={result}>
        {({ accountReport: { nodes, pageInfo } }) => (
          <DataGrid<Row>
            {...pagesOf(result, pageInfo)}
            columns={columns}
            rows={nodes}
            rowKey={({ key }) => key}
            rowHref={({ customer }) => path.customer(reseller, customer.id)}
            renderLink={renderLink}
            sort={{ key: state.accounts, direction: "ascending" }}
            onSort={({ key }) => onChange({ accounts: key === "NUMBER" ? "NUMBER" : "NAME" })}
            caption={t("accounts.title")}
            empty={
              <Nothing
                isFiltered={state.mode !== "" || state.line !== ""}
                onReset={() => onChange({ mode: "", line: "" })}
              />
            }
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
          />
        )}
      </QueryState>
    </Panel>
  );
}

function Filters({ state, onChange }: Pick<AccountsPanelProps, "state" | "onChange">) {
  const { t } = useTranslation(["reports", "billing"]);
  return (
    <div className={classes.filters}>
      <FilterChips
        label={t("billing:terms.mode")}
        value={state.mode === "" ? null : state.mode}
        onChange={(mode) => onChange({ mode: mode ?? "" })}
        options={paymentModes.map((value) => ({ value, label: t(`billing:terms.modes.${value}`) }))}
      />
      <FilterChips
        label={t("accounts.lines")}
        value={state.line === "" ? null : state.line}
        onChange={(line) => onChange({ line: line ?? "" })}
        options={(["with", "without"] as const).map((value) => ({ value, label: t(`accounts.${value}`) }))}
      />
    </div>
  );
}

function Nothing({ isFiltered, onReset }: { readonly isFiltered: boolean; readonly onReset: () => void }) {
  const { t } = useTranslation("reports");
  if (!isFiltered) return <EmptyState kind="first" title={t("accounts.none")} />;
  const reset = (
    <Button variant="default" size="xs" onClick={onReset}>
      {t("reset")}
    </Button>
  );
  return <EmptyState kind="filtered" title={t("noMatch")} action={reset} />;
}

function useColumns(): GridColumn<Row>[] {
  const { t } = useTranslation(["reports", "billing"]);
  const locale = useLocale();
  const reseller = useReseller();
  return [
    {
      key: "customer",
      header: t("column.customer"),
      isPrimary: true,
      sortKey: "NAME",
      cell: ({ customer }) => customer.label,
    },
    {
      key: "account",
      header: t("column.account"),
      phonePlace: "start",
      cell: ({ account, serviceId }) =>
        serviceId === null ? (
          t("accounts.without")
        ) : (
          <AppLink href={path.service(reseller, serviceId)}>{account}</AppLink>
        ),
    },
    { key: "offering", header: t("column.offering"), hideOnPhone: true, cell: ({ offering }) => offering ?? "–" },
    { key: "plan", header: t("column.ratePlan"), hideOnPhone: true, cell: ({ ratePlan }) => ratePlan ?? "–" },
    {
      key: "numbers",
      header: t("column.numbers"),
      phonePlace: "end",
      cell: ({ numbers }) =>
        numbers.length === 0
          ? "–"
          : numbers.map((number) => (
              <div key={number}>
                <PhoneText value={number} />
              </div>
            )),
    },
    { key: "mode", header: t("column.mode"), hideOnPhone: true, cell: ({ mode }) => t(`billing:terms.modes.${mode}`) },
    {
      key: "balance",
      header: t("column.balance"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ balance }) => (balance === null ? "–" : <MoneyText {...balance} locale={locale} isSigned isRounded />),
    },
  ];
}
