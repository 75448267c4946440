import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { TimeText } from "../../ui/TimeText.tsx";
import type { ExplainPriceQuery } from "./explain.generated.ts";
import { rateText } from "./rate-text.ts";
import classes from "./Rates.module.css";

type Price = ExplainPriceQuery["explainPrice"];
type Line = Price["lines"][number];

/** One's own step of a price: what is paid, what is put on it, and what is asked. */
export function PriceWaterfall({ price }: { readonly price: Price }) {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const seesCost = useCan("finance.view").isAllowed;
  const { problem, seller, buyer, currency, rule, route, sourceName, sourceEffectiveFrom, lines } = price;
  if (problem !== null) {
    return (
      <EmptyState kind="filtered" title={t("explain.noPrice")}>
        {problem}
      </EmptyState>
    );
  }
  const facts = [
    { key: "seller", label: t("step.seller"), value: seller },
    { key: "buyer", label: t("explain.buyer"), value: buyer ?? t("explain.customers") },
    ...(rule === null ? [] : [{ key: "rule", label: t("step.rule"), value: t(`explain.rule.${rule}`) }]),
    ...(route === null ? [] : [{ key: "route", label: t("route.label"), value: t(`route.${route}`) }]),
    ...(sourceName === null ? [] : [{ key: "source", label: t("explain.source"), value: sourceName }]),
    ...(sourceEffectiveFrom === null
      ? []
      : [
          {
            key: "from",
            label: t("explain.from"),
            value: <TimeText value={sourceEffectiveFrom} locale={locale} withDate />,
          },
        ]),
  ];
  return (
    <Panel title={t("explain.step")} padded={false}>
      <div className={classes.facts}>
        <Facts items={facts} layout="columns" />
      </div>
      {lines.map((line) => (
        <Waterfall key={line.kind} line={line} currency={currency ?? ""} seesCost={seesCost} />
      ))}
    </Panel>
  );
}

interface Bar {
  readonly key: "buys" | "margin" | "sells";
  readonly amount: string;
  readonly from: number;
  readonly to: number;
}

function Waterfall({ line, currency, seesCost }: { line: Line; currency: string; seesCost: boolean }) {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const bars = barsOf(line);
  // Only how long a bar is drawn: no amount is made of these numbers.
  const whole = Math.max(...bars.map(({ to }) => to), Number.MIN_VALUE);
  // A rate has more places than an amount is written with.
  const isRate = line.kind === "MINUTE" || line.kind === "CONNECTION";
  const isUnknown = seesCost && line.buys === null;
  return (
    <section className={classes.waterfall}>
      <h3>{t(`explain.kind.${line.kind}`)}</h3>
      <dl>
        {bars.map(({ key, amount, from, to }) => (
          <div key={key} className={classes.fall}>
            <dt>{t(`explain.${key}`)}</dt>
            <span className={classes.track} aria-hidden>
              <span
                className={classes.bar}
                data-part={key}
                data-bad={amount.startsWith("-") || undefined}
                style={{ insetInlineStart: `${(from / whole) * 100}%`, width: `${((to - from) / whole) * 100}%` }}
              />
            </span>
            <dd>
              {isRate ? (
                t("explain.rate", { rate: rateText(amount, locale), currency })
              ) : (
                <MoneyText amount={amount} currency={currency} locale={locale} isSigned />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {line.formula !== null && <p className={classes.formula}>{line.formula}</p>}
      {isUnknown && <p className={classes.dim}>{t("explain.costUnknown")}</p>}
    </section>
  );
}

function barsOf({ sells, buys, margin }: Line): Bar[] {
  const asked: Bar = { key: "sells", amount: sells, from: 0, to: Number(sells) };
  if (buys === null) return [asked];
  const paid: Bar = { key: "buys", amount: buys, from: 0, to: Number(buys) };
  const [low, high] = [Number(buys), Number(sells)].toSorted((a, b) => a - b) as [number, number]; // two in, two out
  return margin === null ? [paid, asked] : [paid, { key: "margin", amount: margin, from: low, to: high }, asked];
}
