import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatMoney, formatNumber } from "../../ui/format.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { marginOf } from "./margin.ts";
import classes from "./OfferingPage.module.css";
import { amountKinds, type AmountKind } from "./offering-values.ts";
import type { OfferingFormProps } from "./save-offering.tsx";

type PriceFieldsProps = Pick<OfferingFormProps, "form" | "currency" | "listed">;

type Listed = NonNullable<OfferingFormProps["listed"]>[AmountKind];

/** Price, cost and what is left, told while it is typed; a loss in red (OX1). */
export function PriceFields({ form, currency, listed }: PriceFieldsProps) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const { reseller } = useViewer();
  const withCost = useCan("finance.view").isAllowed;
  const asked = currency.price ?? reseller.currency;
  const paid = currency.cost ?? asked;
  const listedWords = (money: Listed): string | undefined =>
    money == null ? undefined : t("listed", { amount: formatMoney(money.amount, money.currency, locale) });
  return (
    <div className={classes.amounts} data-costs={withCost || undefined}>
      {amountKinds.map((kind) => (
        <div key={kind} className={classes.amountRow} role="group" aria-label={t(`price.${kind}`)}>
          <TextInput
            label={t(`price.${kind}`)}
            description={listedWords(listed?.[kind] ?? null)}
            inputMode="decimal"
            rightSection={<span className={classes.unit}>{asked}</span>}
            rightSectionWidth={48}
            autoComplete="off"
            {...form.getInputProps(`price.${kind}`)}
          />
          {withCost && (
            <TextInput
              label={t(`cost.${kind}`)}
              inputMode="decimal"
              rightSection={<span className={classes.unit}>{paid}</span>}
              rightSectionWidth={48}
              autoComplete="off"
              {...form.getInputProps(`cost.${kind}`)}
            />
          )}
          {withCost && <MarginText form={form} kind={kind} currency={asked === paid ? asked : null} />}
        </div>
      ))}
      {(losesMoney(form, asked === paid ? asked : null) || form.errors["belowCostReason"] != null) && (
        <TextInput
          label={t("belowCostReason")}
          description={t("belowCostHint")}
          autoComplete="off"
          {...form.getInputProps("belowCostReason")}
        />
      )}
    </div>
  );
}

/** BX4: a setup fee may be given away, what recurs or is paid once may not be sold below cost without a reason. */
function losesMoney({ values: { price, cost } }: OfferingFormProps["form"], currency: string | null): boolean {
  if (currency === null) return false;
  return (["recurring", "oneOff"] as const).some(
    (kind) => marginOf(price[kind], cost[kind], currency)?.amount.startsWith("-") === true,
  );
}

interface MarginTextProps extends Pick<OfferingFormProps, "form"> {
  readonly kind: AmountKind;
  /** Null where price and cost are not in the same one. */
  readonly currency: string | null;
}

function MarginText({ form, kind, currency }: MarginTextProps) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const { price, cost } = form.values;
  const margin = currency === null ? null : marginOf(price[kind], cost[kind], currency);
  return (
    <output className={classes.margin}>
      <span className={classes.marginLabel}>{t(`margin.${kind}`)}</span>
      {margin === null || currency === null ? (
        <span className={classes.dim}>–</span>
      ) : (
        <span>
          <MoneyText amount={margin.amount} currency={currency} locale={locale} isSigned />
          {margin.percent !== null && (
            <span className={classes.percent}>
              {t("percent", { number: formatNumber(Number(margin.percent), locale) })}
            </span>
          )}
        </span>
      )}
    </output>
  );
}
