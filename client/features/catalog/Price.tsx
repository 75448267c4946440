import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatMoney } from "../../ui/format.ts";
import type { CatalogMoneyFragment } from "./catalog.generated.ts";
import classes from "./CatalogPage.module.css";

interface PriceProps {
  readonly price: CatalogMoneyFragment;
  readonly months: number;
}

/** "£15.00 a month" or "£5.00 one-off" (O50), as the reader writes money (O51). */
export function Price({ price, months }: PriceProps) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const main = price.recurring ?? price.oneOff;
  if (main === null) return <span className={classes.quiet}>{t("noPrice")}</span>;
  const period = price.recurring === null ? t("oneOff") : t("every", { count: months });
  return (
    <span className={classes.price}>
      <strong>{formatMoney(main.amount, main.currency, locale)}</strong> <span>{period}</span>
    </span>
  );
}

/** Said of what is paid regularly even when there is none, since people ask. */
export function SetupFee({ price: { setup, recurring } }: { price: CatalogMoneyFragment }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  if (setup !== null && Number(setup.amount) !== 0)
    return <>{t("setup", { amount: formatMoney(setup.amount, setup.currency, locale) })}</>;
  return recurring === null ? null : <>{t("noSetup")}</>;
}
