import { useTranslation } from "react-i18next";
import type { BillingFiguresFragment } from "../api/billing.generated.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { Facts } from "../ui/Facts.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";

/** What is there, what of it can be spent, and what is set aside. */
export function BillingFigures({ account }: { readonly account: BillingFiguresFragment }) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const { balance, available, held } = account;
  return (
    <Facts
      layout="columns"
      items={[
        { key: "balance", label: t("balance"), value: <MoneyText {...balance} locale={locale} isSigned /> },
        {
          key: "available",
          label: t("available"),
          value: available === null ? t("unlimited") : <MoneyText {...available} locale={locale} isSigned />,
        },
        { key: "held", label: t("held"), value: <MoneyText {...held} locale={locale} /> },
      ]}
    />
  );
}
