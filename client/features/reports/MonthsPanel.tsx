import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { BarChart } from "../../ui/BarChart.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber, roundedMoney } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { csvOf, saveFile } from "./csv.ts";
import type { FinancialRowFragment, MoneyReportsQuery } from "./reports.generated.ts";

interface Row {
  /** Null: all months together. */
  readonly month: string | null;
  readonly figures: FinancialRowFragment;
}

interface MonthsPanelProps {
  readonly report: MoneyReportsQuery["financialReport"];
  /** Of the file. */
  readonly name: string;
}

/** Month by month, then all of them together (V23). */
export function MonthsPanel({ report: { months, total }, name }: MonthsPanelProps) {
  const { t } = useTranslation(["reports", "rows"]);
  const rows: readonly Row[] = [...months, { month: null, figures: total }];
  const hasOther = total.otherCost !== null || months.some(({ figures }) => figures.otherCost !== null);
  const columns = useColumns().filter(({ key }) => key !== "other" || hasOther);
  return (
    <Panel
      title={t("months.title")}
      padded={false}
      aside={
        <Button variant="default" size="xs" onClick={() => saveFile(`financial-${name}.csv`, fileOf(rows))}>
          {t("csv")}
        </Button>
      }
    >
      {months.length > 1 && <MonthsChart months={months} />}
      <DataGrid<Row>
        columns={columns}
        rows={rows}
        rowKey={({ month }) => month ?? "total"}
        caption={t("months.title")}
        empty={<EmptyState kind="first" title={t("none")} />}
        labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      />
    </Panel>
  );
}

/** Revenue beside cost: what is looked at first. */
function MonthsChart({ months }: Pick<MonthsPanelProps["report"], "months">) {
  const { t } = useTranslation("reports");
  const locale = useLocale();
  const short = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const text = ({ amount, currency }: FinancialRowFragment["cost"]) => roundedMoney(amount, currency, locale);
  const amounts = months.flatMap(({ figures: { revenue, cost } }) => [revenue, cost]);
  const [first, ...rest] = amounts;
  if (first === undefined) return null;
  const highest = rest.reduce((most, each) => (Number(each.amount) > Number(most.amount) ? each : most), first);
  if (Number(highest.amount) <= 0) return null;
  return (
    <BarChart
      label={t("months.chart")}
      series={[t("column.revenue"), t("column.cost")]}
      top={text(highest)}
      groups={months.map(({ month, figures: { revenue, cost } }) => {
        const label = short.format(new Date(`${month}-01T00:00:00Z`));
        const title = t("months.bar", { month: label, revenue: text(revenue), cost: text(cost) });
        return { key: month, label, title, values: [Number(revenue.amount), Number(cost.amount)] };
      })}
    />
  );
}

function useColumns(): GridColumn<Row>[] {
  const { t } = useTranslation("reports");
  const locale = useLocale();
  const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const amount = (key: "revenue" | "deposits" | "cost" | "profit"): GridColumn<Row> => ({
    key,
    header: t(`column.${key}`),
    align: "end",
    cell: ({ figures }) => <MoneyText {...figures[key]} locale={locale} isSigned={key === "profit"} isRounded />,
  });
  return [
    {
      key: "month",
      header: t("column.month"),
      isPrimary: true,
      cell: (row) => (row.month === null ? t("total") : month.format(new Date(`${row.month}-01T00:00:00Z`))),
    },
    { ...amount("revenue"), phonePlace: "topEnd" },
    { ...amount("deposits"), hideOnPhone: true },
    { ...amount("cost"), phonePlace: "start" },
    {
      key: "other",
      header: t("column.otherCost"),
      align: "end",
      hideOnPhone: true,
      cell: ({ figures: { otherCost } }) =>
        otherCost === null ? "" : <MoneyText {...otherCost} locale={locale} isRounded />,
    },
    { ...amount("profit"), phonePlace: "end" },
    {
      key: "margin",
      header: t("column.margin"),
      align: "end",
      hideOnPhone: true,
      cell: ({ figures: { marginPercent } }) =>
        marginPercent === null ? "" : t("percent", { percent: formatNumber(marginPercent, locale) }),
    },
  ];
}

/** As programs read it: plain decimals and English names of columns. */
function fileOf(rows: readonly Row[]): string {
  const head = ["month", "currency", "revenue", "deposits", "cost", "profit", "margin_percent"];
  const lines = rows.map(({ month, figures: { revenue, deposits, cost, profit, marginPercent } }) => [
    month ?? "total",
    revenue.currency,
    ...[revenue, deposits, cost, profit].map(({ amount }) => amount),
    marginPercent ?? "",
  ]);
  return csvOf([head, ...lines]);
}
