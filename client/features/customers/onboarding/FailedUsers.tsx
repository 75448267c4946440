import { useTranslation } from "react-i18next";
import type { BulkViewFragment } from "../../../api/bulk.generated.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { formatNumber } from "../../../ui/format.ts";
import { PlainTable } from "../../../ui/PlainTable.tsx";

interface FailedUsersProps {
  readonly rows: BulkViewFragment["failedRows"];
  /** Of all; the first hundred are shown. */
  readonly count: number;
}

/** Who did not come over, and why, without fetching a file. */
export function FailedUsers({ rows, count }: FailedUsersProps) {
  const { t } = useTranslation("onboarding");
  const locale = useLocale();
  if (rows.length === 0) return null;
  const said = (row: FailedUsersProps["rows"][number], ...columns: string[]): string =>
    columns
      .map((key) => row.cells.find(({ column }) => column === key)?.value ?? "")
      .filter((each) => each !== "")
      .join(" ");
  return (
    <>
      <PlainTable label={t("sync.who")}>
        <thead>
          <tr>
            <th scope="col">{t("sync.row")}</th>
            <th scope="col">{t("sync.email")}</th>
            <th scope="col">{t("sync.name")}</th>
            <th scope="col">{t("sync.why")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td>{formatNumber(row.row, locale)}</td>
              <td>{said(row, "email")}</td>
              <td>{said(row, "name", "first_name", "last_name")}</td>
              <td>{row.message}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {count > rows.length && (
        <p>{t("sync.first", { shown: formatNumber(rows.length, locale), all: formatNumber(count, locale) })}</p>
      )}
    </>
  );
}
