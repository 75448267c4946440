import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatDateTime, formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import classes from "./Bulk.module.css";
import { BulkImportsDocument, type BulkRowFragment } from "../../api/bulk.generated.ts";
import { countOf } from "../../api/bulk-counts.ts";

const pollMs = 5_000;

/** Files that were handed in, the newest first, and how far each is. */
export function ImportListPage() {
  const { t } = useTranslation("bulk");
  return (
    <Permitted by="bulk.import" title={t("title")}>
      <Imports />
    </Permitted>
  );
}

function Imports() {
  const { t } = useTranslation(["bulk", "rows"]);
  const locale = useLocale();
  const reseller = useReseller();
  const go = useGo();
  const { timeZone } = useViewer().reseller;
  const result = useQuery(BulkImportsDocument, { fetchPolicy: "cache-and-network", pollInterval: pollMs });
  const columns: GridColumn<BulkRowFragment>[] = [
    {
      key: "file",
      header: t("column.file"),
      cell: ({ id, fileName }) => <AppLink href={path.import(reseller, id)}>{fileName}</AppLink>,
      isPrimary: true,
    },
    { key: "kind", header: t("column.kind"), cell: ({ kind }) => t(`kind.${kind}`), phonePlace: "start" },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ state }) => <StateDot tone={stateTone("bulk", state)}>{t(`state.${state}`)}</StateDot>,
      phonePlace: "topEnd",
    },
    {
      key: "rows",
      header: t("column.rows"),
      align: "end",
      cell: (each) =>
        t("doneOf", {
          done: formatNumber(countOf(each, "DONE", "UNCHANGED"), locale),
          rows: formatNumber(each.rowCount, locale),
        }),
      hideOnPhone: true,
    },
    {
      key: "wrong",
      header: t("column.wrong"),
      align: "end",
      cell: (each) => formatNumber(countOf(each, "REFUSED", "FAILED"), locale),
      hideOnPhone: true,
    },
    {
      key: "createdAt",
      header: t("column.createdAt"),
      align: "end",
      cell: ({ createdAt, startedBy }) => `${formatDateTime(createdAt, locale, { timeZone })}, ${startedBy}`,
      phonePlace: "end",
    },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<ReasonedButton onClick={() => go(path.newImport(reseller))}>{t("new")}</ReasonedButton>}
      />
      <div className={classes.box}>
        <QueryState result={result}>
          {({ bulkImports }) => (
            <DataGrid<BulkRowFragment>
              columns={columns}
              rows={bulkImports}
              rowKey={({ id }) => id}
              rowHref={({ id }) => path.import(reseller, id)}
              renderLink={renderLink}
              caption={t("title")}
              empty={
                <EmptyState kind="first" title={t("none")}>
                  {t("noneHint")}
                </EmptyState>
              }
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            />
          )}
        </QueryState>
      </div>
    </>
  );
}
