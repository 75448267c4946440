import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { formatMoney } from "../../ui/format.ts";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import type { CatalogMoneyFragment, CatalogOfferingFragment } from "./catalog.generated.ts";
import classes from "./CatalogPage.module.css";

interface OfferingCardProps {
  readonly offering: CatalogOfferingFragment;
  /** Why it cannot be sold; empty when it can. */
  readonly reasons: readonly string[];
}

export function OfferingCard({ offering, reasons }: OfferingCardProps) {
  const { t } = useTranslation(["catalog", "words"]);
  const reseller = useReseller();
  const can = useCan("order.place");
  const reason = reasons.length > 0 ? reasons.join(" ") : can.reason;
  const label = t("assign");
  return (
    <article className={classes.card} data-closed={reasons.length > 0 || undefined}>
      <h3 className={classes.name}>
        <AppLink href={path.offering(reseller, offering.slug)}>{offering.name}</AppLink>
      </h3>
      <p className={classes.price}>
        <Price price={offering.price} />
      </p>
      <ul className={classes.facts}>
        {offering.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <p className={classes.stock}>
        {offering.requirements.map(({ slot, label: item, available }) => (
          <span key={slot} data-empty={available === 0 || undefined}>
            {t("stock", { item, count: available })}
          </span>
        ))}
      </p>
      {reasons.length > 0 && <p className={classes.reason}>{reasons.join(" ")}</p>}
      {reason === null ? (
        <Button component={AppLink} href={path.assign(reseller, { product: offering.slug })} variant="light" fullWidth>
          {label}
        </Button>
      ) : (
        <ReasonedButton variant="light" fullWidth disabledReason={reason}>
          {label}
        </ReasonedButton>
      )}
    </article>
  );
}

/** "£15.00 a month" or "one-off £5.00" (O50), as the locale writes money (O51). */
export function Price({ price }: { price: CatalogMoneyFragment }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const amount = ({ amount: value, currency }: { amount: string; currency: string }) =>
    formatMoney(value, currency, locale);
  if (price.recurring !== null) {
    return (
      <>
        <strong>{amount(price.recurring)}</strong> {t("perMonth")}
      </>
    );
  }
  const once = price.oneOff ?? price.setup;
  return once === null ? null : (
    <>
      {t("oneOff")} <strong>{amount(once)}</strong>
    </>
  );
}
