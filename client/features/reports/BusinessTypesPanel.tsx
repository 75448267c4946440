import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ShareBar } from "../../ui/ShareBar.tsx";
import { csvOf, saveFile } from "./csv.ts";
import { CustomersByBusinessTypeDocument, type CustomersByBusinessTypeQuery } from "./reports.generated.ts";

type Row = CustomersByBusinessTypeQuery["customersByBusinessType"][number];

/** What one's customers do: counted, and nothing else (M4). */
export function BusinessTypesPanel() {
  const { t } = useTranslation("reports");
  const result = useQuery(CustomersByBusinessTypeDocument, { fetchPolicy: "cache-and-network" });
  const rows = result.data?.customersByBusinessType ?? [];
  return (
    <Panel
      title={t("businesses.title")}
      padded={false}
      aside={
        <Button
          variant="default"
          size="xs"
          disabled={rows.length === 0}
          onClick={() => saveFile("customers-by-business-type.csv", fileOf(rows))}
        >
          {t("csv")}
        </Button>
      }
    >
      <QueryState result={result}>
        {({ customersByBusinessType }) => <Businesses rows={customersByBusinessType} />}
      </QueryState>
    </Panel>
  );
}

function Businesses({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation(["reports", "rows"]);
  const locale = useLocale();
  const all = rows.reduce((sum, { customers }) => sum + customers, 0);
  const nameOf = ({ type }: Row): string => t(type === null ? "reports:businesses.none" : `rows:businessType.${type}`);
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const columns: GridColumn<Row>[] = [
    { key: "type", header: t("reports:businesses.type"), isPrimary: true, cell: nameOf },
    {
      key: "customers",
      header: t("reports:businesses.customers"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ customers }) => formatNumber(customers, locale),
    },
    {
      key: "share",
      header: t("reports:businesses.share"),
      width: "50%",
      phonePlace: "end",
      cell: ({ customers }) => <ShareBar share={customers / all}>{share.format(customers / all)}</ShareBar>,
    },
  ];
  return (
    <DataGrid<Row>
      columns={columns}
      rows={all === 0 ? [] : rows}
      rowKey={({ type }) => type ?? "none"}
      caption={t("reports:businesses.title")}
      empty={<EmptyState kind="first" title={t("reports:businesses.empty")} />}
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}

/** As programs read it. */
function fileOf(rows: readonly Row[]): string {
  return csvOf([["business_type", "customers"], ...rows.map(({ type, customers }) => [type ?? "", String(customers)])]);
}
