import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { ChoiceCard, ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { formatDate, formatMoney } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import type { AssignQuoteQuery } from "./assign.generated.ts";
import classes from "./AssignPage.module.css";

interface RenewalSectionProps {
  readonly quote: AssignQuoteQuery["orderQuote"];
  readonly autoRenew: boolean;
  readonly onChange: (autoRenew: boolean) => void;
}

/** Asked only where the product recurs (O22); the server says what is preset and why (O24). */
export function RenewalSection({ quote, autoRenew, onChange }: RenewalSectionProps) {
  const { t } = useTranslation("assign");
  const locale = useLocale();
  const amount = quote.recurring === null ? "" : formatMoney(quote.recurring.amount, quote.recurring.currency, locale);
  // A quote is for one choice: it knows the day of that one alone.
  const renewsOn = quote.nextRenewalOn === null ? null : formatDate(quote.nextRenewalOn, locale);
  const endsOn = quote.endsOn === null ? null : formatDate(quote.endsOn, locale);
  return (
    <Panel title={t("renewal.title")} aside={<span className={classes.dim}>{quote.autoRenewReason}</span>}>
      <ChoiceGroup
        label={t("renewal.question")}
        value={autoRenew ? "yes" : "no"}
        onChange={(value) => onChange(value === "yes")}
        columns={2}
      >
        <ChoiceCard value="yes" title={t("renewal.yes")} mark="radio">
          <span className={classes.fact}>
            {renewsOn === null
              ? t("renewal.yesDetailDayless", { amount })
              : t("renewal.yesDetail", { amount, day: renewsOn })}
          </span>
        </ChoiceCard>
        <ChoiceCard value="no" title={t("renewal.no")} mark="radio">
          <span className={classes.fact}>
            {endsOn === null ? t("renewal.noDetailDayless") : t("renewal.noDetail", { day: endsOn })}
          </span>
        </ChoiceCard>
      </ChoiceGroup>
    </Panel>
  );
}
