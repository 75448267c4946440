import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatDuration, formatNumber, placesOf } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { csvOf, saveFile } from "./csv.ts";
import type { MoneyReportsQuery } from "./reports.generated.ts";

type Row = MoneyReportsQuery["callMargins"][number];

/** Who bought calls, what they paid and what the same calls cost (BX13). */
export function MarginsPanel({ rows, name }: { readonly rows: readonly Row[]; readonly name: string }) {
  const { t } = useTranslation(["reports", "rows"]);
  const columns = useColumns(rows);
  return (
    <Panel
      title={t("margins.title")}
      padded={false}
      aside={
        <Button variant="default" size="xs" onClick={() => saveFile(`call-margins-${name}.csv`, fileOf(rows))}>
          {t("csv")}
        </Button>
      }
    >
      <DataGrid<Row>
        columns={columns}
        rows={rows}
        rowKey={({ buyer }) => buyer}
        caption={t("margins.title")}
        empty={<EmptyState kind="first" title={t("margins.none")} />}
        labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      />
    </Panel>
  );
}

function useColumns(rows: readonly Row[]): GridColumn<Row>[] {
  const { t } = useTranslation("reports");
  const locale = useLocale();
  const places = (key: "price" | "cost" | "margin") => placesOf(rows.map((row) => row[key].amount));
  return [
    { key: "buyer", header: t("column.buyer"), isPrimary: true, cell: ({ buyer }) => buyer },
    {
      key: "calls",
      header: t("column.calls"),
      align: "end",
      hideOnPhone: true,
      cell: ({ calls }) => formatNumber(calls, locale),
    },
    {
      key: "time",
      header: t("column.time"),
      align: "end",
      phonePlace: "start",
      cell: ({ cadencedSeconds }) => formatDuration(cadencedSeconds * 1_000, locale, "clock"),
    },
    {
      key: "price",
      header: t("column.revenue"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ price }) => <MoneyText {...price} locale={locale} places={places("price")} />,
    },
    {
      key: "cost",
      header: t("column.cost"),
      align: "end",
      hideOnPhone: true,
      cell: ({ cost }) => <MoneyText {...cost} locale={locale} places={places("cost")} />,
    },
    {
      key: "margin",
      header: t("column.profit"),
      align: "end",
      phonePlace: "end",
      cell: ({ margin }) => <MoneyText {...margin} locale={locale} places={places("margin")} isSigned />,
    },
    {
      key: "percent",
      header: t("column.margin"),
      align: "end",
      hideOnPhone: true,
      cell: ({ marginPercent }) =>
        marginPercent === null ? "" : t("percent", { percent: formatNumber(marginPercent, locale) }),
    },
  ];
}

function fileOf(rows: readonly Row[]): string {
  const head = ["buyer", "calls", "seconds", "free_seconds", "currency", "price", "cost", "margin", "margin_percent"];
  const lines = rows.map((row) => [
    row.buyer,
    row.calls,
    row.cadencedSeconds,
    row.freeSeconds,
    row.price.currency,
    row.price.amount,
    row.cost.amount,
    row.margin.amount,
    row.marginPercent ?? "",
  ]);
  return csvOf([head, ...lines]);
}
