import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatMoney } from "../../ui/format.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { ownPriceKinds } from "./own-prices.ts";
import type { PlanPriceListQuery, PriceAmountsFragment } from "./price-lists.generated.ts";
import classes from "./Rates.module.css";

type Plan = PlanPriceListQuery["planPriceList"];
type Move = Plan["moves"][number];

/** What saving would change, for whom, and what would lose money; before anything is saved. */
export function PriceListPreview({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const buyers = [
    ...(plan.isForEverybodyElse ? [t("list.everybody")] : []),
    ...(plan.isForCustomers ? [t("list.customers")] : []),
    ...plan.resellers,
  ];
  return (
    <section aria-label={t("list.preview")} className={classes.preview}>
      <p className={classes.dim}>
        {buyers.length === 0 ? t("list.forNobody") : t("list.for", { buyers: buyers.join(", ") })}
      </p>
      {plan.losses.length > 0 && (
        <ul className={classes.losses}>
          {plan.losses.map(({ offering, price, cost }) => (
            <li key={offering} className={classes.bad}>
              {t("list.loss", {
                offering,
                price: formatMoney(price.amount, price.currency, locale),
                cost: formatMoney(cost.amount, cost.currency, locale),
              })}
            </li>
          ))}
        </ul>
      )}
      {plan.moves.length > 0 && <Moves moves={plan.moves} />}
      <p className={classes.dim}>{t("list.unchanged", { count: plan.unchangedCount })}</p>
    </section>
  );
}

function Moves({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useTranslation("rates");
  return (
    <div className={classes.scroll}>
      <table className={classes.moves}>
        <thead>
          <tr>
            <th scope="col">{t("list.offering")}</th>
            <th scope="col">{t("list.before")}</th>
            <th scope="col">{t("list.after")}</th>
            <th scope="col">{t("step.margin")}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={move.offering.id}>
              <th scope="row">{move.offering.name}</th>
              <td>
                <Amounts amounts={move.before} />
              </td>
              <td>
                <Amounts amounts={move.after} />
              </td>
              <td>
                <Amounts amounts={move.margin} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Amounts({ amounts }: { readonly amounts: PriceAmountsFragment | null }) {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const there = ownPriceKinds.flatMap((kind) => {
    const amount = amounts?.[kind] ?? null;
    return amount === null ? [] : [{ kind, amount }];
  });
  if (there.length === 0) return "–";
  return there.map(({ kind, amount: { amount, currency } }) => (
    <span key={kind} className={classes.amount}>
      <MoneyText amount={amount} currency={currency} locale={locale} isSigned />{" "}
      <span className={classes.dim}>{t(`list.short.${kind}`)}</span>
    </span>
  ));
}
