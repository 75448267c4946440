import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import type { NumberTermsPartsFragment } from "./ordering.generated.ts";

interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: React.ReactNode;
}

/** What a number costs whoever has it, a line each. */
export function useTermsFacts(): (terms: NumberTermsPartsFragment) => Fact[] {
  const { t } = useTranslation("numbers");
  const locale = useLocale();
  return ({ setup, monthly, billing, perMinute, cadence }) => [
    {
      key: "monthly",
      label: t("column.monthly"),
      value: monthly === null ? "–" : <MoneyText {...monthly} locale={locale} />,
    },
    { key: "setup", label: t("column.setup"), value: setup === null ? "–" : <MoneyText {...setup} locale={locale} /> },
    {
      key: "minute",
      label: t("incoming"),
      value:
        billing === "FLAT" ? (
          t("billing.FLAT")
        ) : (
          <>
            <MoneyText amount={perMinute} currency={monthly?.currency ?? ""} locale={locale} />{" "}
            {t("aMinute", { cadence })}
          </>
        ),
    },
  ];
}
