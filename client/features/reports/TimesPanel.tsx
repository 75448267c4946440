import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { BarChart } from "../../ui/BarChart.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatDuration, formatNumber, placesOf, roundedMoney } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { csvOf, saveFile } from "./csv.ts";
import { callTimes, type ChangeReport, type ReportState } from "./report-state.ts";
import { CallsByTimeDocument, type CallsByTimeQuery } from "./reports.generated.ts";
import classes from "./Reports.module.css";

type Row = CallsByTimeQuery["callsByTime"][number];
type By = ReportState["calls"];

interface TimesPanelProps {
  readonly by: By;
  /** Months, both included. */
  readonly from: string;
  readonly to: string;
  readonly onChange: ChangeReport;
}

/** When people call: by the hour of the day over all the months, or day by day in the last of them. */
export function TimesPanel({ by, from, to, onChange }: TimesPanelProps) {
  const { t } = useTranslation(["reports", "rows"]);
  const variables = { by, from: by === "DAY" ? to : from, to };
  const result = useQuery(CallsByTimeDocument, { variables, fetchPolicy: "cache-and-network" });
  return (
    <Panel
      title={t("times.title")}
      padded={false}
      aside={
        <div className={classes.aside}>
          <SegmentedChoice
            label={t("times.by")}
            value={by}
            onChange={(calls) => onChange({ calls })}
            options={callTimes.map((value) => ({ value, label: t(`times.${value}`) }))}
          />
          <Button
            variant="default"
            size="xs"
            disabled={result.data === undefined}
            onClick={() => saveFile(`calls-by-${by.toLowerCase()}-${to}.csv`, fileOf(result.data?.callsByTime ?? []))}
          >
            {t("csv")}
          </Button>
        </div>
      }
    >
      <QueryState result={result}>{({ callsByTime }) => <Times rows={callsByTime} by={by} />}</QueryState>
    </Panel>
  );
}

function Times({ rows, by }: { readonly rows: readonly Row[]; readonly by: By }) {
  const { t } = useTranslation(["reports", "rows"]);
  const busy = rows.filter(({ calls }) => calls > 0);
  const columns = useColumns(busy, by);
  return (
    <>
      {busy.length > 0 && <TimesChart rows={rows} by={by} />}
      <DataGrid<Row>
        columns={columns}
        rows={busy}
        rowKey={({ period }) => period}
        caption={t("times.title")}
        empty={<EmptyState kind="first" title={t("times.none")} />}
        labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      />
    </>
  );
}

/** What is sold beside what it costs would hide how many they are, which is what one looks for here. */
function TimesChart({ rows, by }: { readonly rows: readonly Row[]; readonly by: By }) {
  const { t } = useTranslation("reports");
  const locale = useLocale();
  const name = useTimeName(by);
  return (
    <BarChart
      label={t("times.chart")}
      series={[t("column.calls")]}
      top={formatNumber(Math.max(...rows.map(({ calls }) => calls)), locale)}
      groups={rows.map(({ period, calls, price }) => {
        const { short, long } = name(period);
        const paid = roundedMoney(price.amount, price.currency, locale);
        const title = t("times.bar", { at: long, count: calls, shown: formatNumber(calls, locale), paid });
        return { key: period, label: short, title, values: [calls] };
      })}
    />
  );
}

/** An hour as the locale writes it, a day with its weekday. */
function useTimeName(by: By): (at: string) => { readonly short: string; readonly long: string } {
  const locale = useLocale();
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  if (by === "HOUR") {
    const hour = format({ timeStyle: "short" });
    return (at) => ({ short: at, long: hour.format(new Date(`2000-01-01T${at}:00:00Z`)) });
  }
  const short = format({ day: "numeric" });
  const long = format({ weekday: "long", day: "numeric", month: "long" });
  return (at) => {
    const day = new Date(`${at}T00:00:00Z`);
    return { short: short.format(day), long: long.format(day) };
  };
}

function useColumns(rows: readonly Row[], by: By): GridColumn<Row>[] {
  const { t } = useTranslation("reports");
  const locale = useLocale();
  const name = useTimeName(by);
  const amount = (key: "price" | "cost" | "margin"): GridColumn<Row> => ({
    key,
    header: t(`times.column.${key}`),
    align: "end",
    ...(key === "price" ? { phonePlace: "topEnd" as const } : { hideOnPhone: true }),
    cell: (row) => (
      <MoneyText
        {...row[key]}
        locale={locale}
        isSigned={key === "margin"}
        places={placesOf(rows.map((each) => each[key].amount))}
      />
    ),
  });
  return [
    { key: "at", header: t(`times.column.${by}`), isPrimary: true, cell: ({ period }) => name(period).long },
    {
      key: "calls",
      header: t("column.calls"),
      align: "end",
      phonePlace: "start",
      cell: ({ calls }) => formatNumber(calls, locale),
    },
    {
      key: "time",
      header: t("column.time"),
      align: "end",
      phonePlace: "end",
      cell: ({ seconds }) => formatDuration(seconds * 1_000, locale, "clock"),
    },
    amount("price"),
    amount("cost"),
    amount("margin"),
  ];
}

/** As programs read it: plain decimals and English names of columns. */
function fileOf(rows: readonly Row[]): string {
  const head = ["period", "calls", "seconds", "currency", "price", "cost", "margin"];
  const lines = rows.map(({ period, calls, seconds, price, cost, margin }) => [
    period,
    String(calls),
    String(seconds),
    price.currency,
    ...[price, cost, margin].map(({ amount }) => amount),
  ]);
  return csvOf([head, ...lines]);
}
