import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { formatDuration, roundedMoney } from "../../ui/format.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { BusinessFiguresDocument, type SpentRowFragment } from "./reports.generated.ts";

/** How the business stands now (OX11, VX10). */
export function FiguresPanel() {
  const { t } = useTranslation("reports");
  const locale = useLocale();
  const result = useQuery(BusinessFiguresDocument, { fetchPolicy: "cache-and-network" });
  const spentText = ({ spent, calls, seconds }: SpentRowFragment) =>
    t("figures.spent", {
      count: calls,
      spent: roundedMoney(spent.amount, spent.currency, locale),
      time: formatDuration(seconds * 1_000, locale, "clock"),
    });
  return (
    <Panel title={t("figures.title")}>
      <QueryState result={result}>
        {({ businessFigures: figures }) => (
          <Facts
            layout="columns"
            items={[
              {
                key: "recurring",
                label: t("figures.recurring"),
                value: <MoneyText {...figures.recurringRevenue} locale={locale} isRounded />,
              },
              {
                key: "each",
                label: t("figures.perCustomer", { count: figures.activeCustomers }),
                value:
                  figures.revenuePerCustomer === null ? (
                    t("none")
                  ) : (
                    <MoneyText {...figures.revenuePerCustomer} locale={locale} isRounded />
                  ),
              },
              {
                key: "owed",
                label: t("figures.owed", { count: figures.debtors }),
                value: <MoneyText {...figures.owed} locale={locale} isRounded />,
              },
              {
                key: "balance",
                label: t("figures.balance"),
                value:
                  figures.balance === null ? (
                    t("none")
                  ) : (
                    <MoneyText {...figures.balance} locale={locale} isSigned isRounded />
                  ),
              },
              { key: "today", label: t("figures.today"), value: spentText(figures.today) },
              { key: "days", label: t("figures.days"), value: spentText(figures.last30Days) },
            ]}
          />
        )}
      </QueryState>
    </Panel>
  );
}
