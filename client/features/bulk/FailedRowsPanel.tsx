import { bulkColumns } from "@tierline/shared/bulk.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatNumber } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { PlainTable } from "../../ui/PlainTable.tsx";
import type { BulkViewFragment } from "../../api/bulk.generated.ts";
import classes from "./Bulk.module.css";
import { countOf } from "../../api/bulk-counts.ts";

/** Which rows came to nothing, with what they say and why: in place, without fetching a file. */
export function FailedRowsPanel({ shown }: { readonly shown: BulkViewFragment }) {
  const { t } = useTranslation("bulk");
  const locale = useLocale();
  const { failedRows, kind } = shown;
  if (failedRows.length === 0) return null;
  const said = new Set(failedRows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const columns = bulkColumns[kind].map(({ key }) => key).filter((key) => said.has(key));
  const all = countOf(shown, "REFUSED", "FAILED");
  return (
    <Panel title={t("failed.title")} count={formatNumber(all, locale)} padded>
      <PlainTable label={t("failed.title")}>
        <thead>
          <tr>
            <th scope="col">{t("failed.row")}</th>
            <th scope="col">{t("failed.why")}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                <code>{column}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {failedRows.map(({ row, cells, column: wrong, message }) => (
            <tr key={row}>
              <td>{formatNumber(row, locale)}</td>
              <td>{message}</td>
              {columns.map((column) => (
                <td key={column} data-wrong={column === wrong || undefined}>
                  {cells.find((cell) => cell.column === column)?.value ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {all > failedRows.length && (
        <p className={classes.dim}>
          {t("failed.first", { shown: formatNumber(failedRows.length, locale), all: formatNumber(all, locale) })}
        </p>
      )}
    </Panel>
  );
}
