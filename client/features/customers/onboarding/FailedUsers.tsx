import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { formatNumber } from "../../../ui/format.ts";
import type { SyncFieldsFragment } from "./sync.generated.ts";
import styles from "./Wizard.module.css";

interface FailedUsersProps {
  readonly rows: SyncFieldsFragment["failedRows"];
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
    <div className={styles.wide} role="region" aria-label={t("sync.who")} tabIndex={0}>
      <table className={styles.table}>
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
      </table>
      {count > rows.length && (
        <p>{t("sync.first", { shown: formatNumber(rows.length, locale), all: formatNumber(count, locale) })}</p>
      )}
    </div>
  );
}
