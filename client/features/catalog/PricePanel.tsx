import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { formatNumber } from "../../ui/format.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./OfferingPage.module.css";
import type { OfferingDetailsFragment } from "./offering.generated.ts";
import { amountKinds } from "./offering-values.ts";

type Money = { readonly amount: string; readonly currency: string } | null | undefined;

/** What is asked for it; for those who may see it also what it costs and what is left, a loss in red (OX1). */
export function PricePanel({ offering: { id, price, cost, margin } }: { offering: OfferingDetailsFragment }) {
  const { t } = useTranslation("catalog");
  const reseller = useReseller();
  const canExplain = useCan("rate.view").isAllowed;
  const withCost = useCan("finance.view").isAllowed;
  const kinds = amountKinds.filter((kind) => price[kind] !== null || (withCost && cost?.[kind] != null));
  return (
    <Panel
      title={t("prices")}
      padded={false}
      aside={
        canExplain && (
          <AppLink href={path.rates(reseller, { view: "price", offering: id })}>{t("explainPrice")}</AppLink>
        )
      }
    >
      <table className={classes.prices}>
        <thead>
          <tr>
            <th scope="col">{t("amount.kind")}</th>
            <th scope="col">{t("amount.price")}</th>
            {withCost && <th scope="col">{t("amount.cost")}</th>}
            {withCost && <th scope="col">{t("amount.margin")}</th>}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`price.${kind}`)}</th>
              <Cell money={price[kind]} />
              {withCost && <Cell money={cost?.[kind]} />}
              {withCost && (
                <Cell
                  money={margin?.[kind]}
                  percent={kind === "recurring" ? (margin?.recurringPercent ?? null) : null}
                />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Cell({ money, percent = null }: { money: Money; percent?: string | null }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  if (money == null) return <td className={classes.dim}>–</td>;
  return (
    <td>
      <MoneyText amount={money.amount} currency={money.currency} locale={locale} isSigned />
      {percent !== null && (
        <span className={classes.percent}>{t("percent", { number: formatNumber(Number(percent), locale) })}</span>
      )}
    </td>
  );
}
