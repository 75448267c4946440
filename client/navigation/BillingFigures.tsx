import { useSubscription } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { AccountLiveDocument, type BillingFiguresFragment } from "../api/billing.generated.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { Facts } from "../ui/Facts.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import styles from "./BillingFigures.module.css";

/** What is there, what of it can be spent, and what is set aside; whoever may not spend is told why, and when that comes near. */
export function BillingFigures({ account }: { readonly account: BillingFiguresFragment }) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const { balance, available, held, creditLimit, policy, isNearLimit, standing } = account;
  const { reason } = standing;
  // What moves it is in the cache by its id, and shown from there.
  useSubscription(AccountLiveDocument, { variables: { id: account.id }, ignoreResults: true });
  return (
    <>
      {reason !== null && (
        <p className={styles.stopped} role="status">
          {t(`standing.${reason}`)}
        </p>
      )}
      {reason === null && isNearLimit && (
        <p className={styles.near} role="status">
          {t("standing.near")}
        </p>
      )}
      <Facts
        layout="columns"
        items={[
          { key: "balance", label: t("balance"), value: <MoneyText {...balance} locale={locale} isSigned isRounded /> },
          {
            key: "available",
            label: t("available"),
            value:
              available === null ? t("unlimited") : <MoneyText {...available} locale={locale} isSigned isRounded />,
          },
          { key: "held", label: t("held"), value: <MoneyText {...held} locale={locale} isRounded /> },
          ...(policy === null && creditLimit !== null
            ? [{ key: "limit", label: t("terms.creditLimit"), value: <MoneyText {...creditLimit} locale={locale} /> }]
            : []),
        ]}
      />
    </>
  );
}
