import { useTranslation } from "react-i18next";
import type { AccountTermsFragment } from "../api/billing.generated.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { Facts } from "../ui/Facts.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";

/** How whoever buys pays, and how far below nothing that may go. */
export function AccountTerms({ account }: { readonly account: AccountTermsFragment }) {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const { mode, policy, creditLimit, cycleDay, dueDay, lowBalance, lowBalanceEmail } = account;
  const limit = creditLimit === null ? t("unlimited") : <MoneyText {...creditLimit} locale={locale} />;
  return (
    <Facts
      layout="columns"
      items={[
        { key: "mode", label: t("terms.mode"), value: t(`terms.modes.${mode}`) },
        policy === null
          ? { key: "limit", label: t("terms.creditLimit"), value: limit }
          : { key: "policy", label: t("terms.policy"), value: t(`terms.policies.${policy}`) },
        { key: "cycle", label: t("terms.cycleDay"), value: cycleDay },
        { key: "due", label: t("terms.dueDay"), value: dueDay ?? t("terms.atOnce") },
        {
          key: "low",
          label: t("terms.lowBalance"),
          value:
            lowBalance === null ? (
              t("terms.nobody")
            ) : (
              <>
                <MoneyText {...lowBalance} locale={locale} /> {lowBalanceEmail}
              </>
            ),
        },
      ]}
    />
  );
}
