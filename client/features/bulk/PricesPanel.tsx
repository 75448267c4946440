import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatNumber } from "../../ui/format.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PlainTable } from "../../ui/PlainTable.tsx";
import type { BulkViewFragment } from "../../api/bulk.generated.ts";
import classes from "./Bulk.module.css";

type Amount = BulkViewFragment["priceMoves"][number]["before"];

/** Each price that would change: what is asked now, and then. */
export function PricesPanel({ shown: { priceMoves, rowCount } }: { readonly shown: BulkViewFragment }) {
  const { t } = useTranslation("bulk");
  const locale = useLocale();
  if (priceMoves.length === 0) return null;
  return (
    <Panel title={t("prices.title")} padded>
      {rowCount > 100 && <p className={classes.dim}>{t("prices.first")}</p>}
      <PlainTable label={t("prices.title")}>
        <thead>
          <tr>
            <th scope="col">{t("prices.row")}</th>
            <th scope="col">{t("prices.offering")}</th>
            <th scope="col">{t("prices.list")}</th>
            <th scope="col">{t("prices.kind.label")}</th>
            <th scope="col">{t("prices.before")}</th>
            <th scope="col">{t("prices.after")}</th>
          </tr>
        </thead>
        <tbody>
          {priceMoves.map(({ row, offering, priceList, kind, before, after }) => (
            <tr key={`${row} ${kind}`}>
              <td>{formatNumber(row, locale)}</td>
              <td>{offering}</td>
              <td>{priceList}</td>
              <td>{t(`prices.kind.${kind}`)}</td>
              <td>
                <AmountOrNone amount={before} />
              </td>
              <td>
                <AmountOrNone amount={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </Panel>
  );
}

function AmountOrNone({ amount }: { readonly amount: Amount }) {
  const { t } = useTranslation("bulk");
  const locale = useLocale();
  if (amount === null) return <span className={classes.dim}>{t("prices.nothing")}</span>;
  return <MoneyText amount={amount.amount} currency={amount.currency} locale={locale} />;
}
