import { useQuery } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { listHref } from "../../navigation/file-href.ts";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { SaveList } from "../../navigation/SaveList.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { placesOf } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PhoneText } from "../../ui/PhoneText.tsx";
import { NumberReportDocument, type NumberReportQuery } from "./list-reports.generated.ts";
import { numberFilterOf, type ChangeReport, type ReportState } from "./report-state.ts";
import classes from "./Reports.module.css";

type Row = NumberReportQuery["numberReport"]["nodes"][number];

interface NumbersPanelProps {
  readonly state: ReportState;
  readonly onChange: ChangeReport;
  readonly onBegun: () => void;
}

/** Every number that customers have for fees, what it costs and when that is charged next (V25). */
export function NumbersPanel({ state, onChange, onBegun }: NumbersPanelProps) {
  const { t } = useTranslation(["reports", "rows"]);
  const reseller = useReseller();
  const filter = numberFilterOf(state);
  const result = useQuery(NumberReportDocument, {
    variables: { filter, orderBy: state.numbers, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const columns = useColumns((result.data ?? result.previousData)?.numberReport.nodes ?? []);
  const isFiltered = state.number.trim() !== "" || state.past !== "";
  const reset = (
    <Button variant="default" size="xs" onClick={() => onChange({ number: "", past: "" })}>
      {t("reset")}
    </Button>
  );
  return (
    <Panel
      title={t("numbers.title")}
      padded={false}
      aside={
        <SaveList
          href={listHref("numbers", { ...filter, order: state.numbers }, reseller)}
          name="numbers.csv"
          onBegun={onBegun}
        />
      }
    >
      <div className={classes.filters}>
        <TextInput
          size="xs"
          type="search"
          inputMode="tel"
          aria-label={t("numbers.begins")}
          placeholder={t("numbers.begins")}
          value={state.number}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        <FilterChips
          label={t("numbers.which")}
          value={state.past === "" ? null : state.past}
          onChange={(past) => onChange({ past: past ?? "" })}
          options={[{ value: "yes", label: t("numbers.past") }]}
        />
      </div>
      <QueryState result={result}>
        {({ numberReport: { nodes, pageInfo } }) => (
          <DataGrid<Row>
            {...pagesOf(result, pageInfo)}
            columns={columns}
            rows={nodes}
            rowKey={({ key }) => key}
            rowHref={({ customer }) => path.customer(reseller, customer.id)}
            renderLink={renderLink}
            sort={{ key: state.numbers, direction: "ascending" }}
            onSort={({ key }) => onChange({ numbers: key === "CLIENT" ? "CLIENT" : "NUMBER" })}
            caption={t("numbers.title")}
            empty={
              isFiltered ? (
                <EmptyState kind="filtered" title={t("noMatch")} action={reset} />
              ) : (
                <EmptyState kind="first" title={t("numbers.none")} />
              )
            }
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
          />
        )}
      </QueryState>
    </Panel>
  );
}

function useColumns(rows: readonly Row[]): GridColumn<Row>[] {
  const { t } = useTranslation("reports");
  const locale = useLocale();
  const reseller = useReseller();
  const { timeZone } = useViewer().reseller;
  const minutePlaces = placesOf(rows.flatMap(({ perMinute }) => perMinute ?? []));
  const amount = (key: "setup" | "monthly"): GridColumn<Row> => ({
    key,
    header: t(`column.${key}`),
    align: "end",
    cell: (row) => <MoneyText {...row[key]} locale={locale} places={placesOf(rows.map((each) => each[key].amount))} />,
  });
  return [
    {
      key: "number",
      header: t("column.number"),
      isPrimary: true,
      sortKey: "NUMBER",
      cell: ({ number }) => <PhoneText value={number} />,
    },
    {
      key: "customer",
      header: t("column.customer"),
      phonePlace: "start",
      sortKey: "CLIENT",
      cell: ({ customer }) => customer.label,
    },
    {
      key: "account",
      header: t("column.account"),
      hideOnPhone: true,
      cell: ({ account, serviceId }) =>
        serviceId === null ? "–" : <AppLink href={path.service(reseller, serviceId)}>{account}</AppLink>,
    },
    { ...amount("setup"), hideOnPhone: true },
    { ...amount("monthly"), phonePlace: "topEnd" },
    {
      key: "minute",
      header: t("column.minute"),
      align: "end",
      hideOnPhone: true,
      cell: ({ perMinute, monthly: { currency } }) =>
        perMinute === null ? (
          "–"
        ) : (
          <MoneyText amount={perMinute} currency={currency} locale={locale} places={minutePlaces} />
        ),
    },
    {
      key: "next",
      header: t("column.next"),
      align: "end",
      phonePlace: "end",
      cell: ({ nextBillingOn, disconnectedAt }) => {
        if (disconnectedAt !== null) return <DateText value={disconnectedAt} locale={locale} timeZone={timeZone} />;
        return nextBillingOn === null ? "–" : <DateText value={nextBillingOn} locale={locale} />;
      },
    },
  ];
}
