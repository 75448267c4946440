import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import { Facts } from "../../ui/Facts.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PhoneText } from "../../ui/PhoneText.tsx";
import { rateText } from "./rate-text.ts";
import classes from "./Rates.module.css";
import type { SimulateCallQuery } from "./rates.generated.ts";

type Call = SimulateCallQuery["simulateCall"];
type Step = Call["steps"][number];

/** The number as it was understood, and each sale on its way with the rule behind it. */
export function CallAnswer({ call }: { readonly call: Call }) {
  const { t } = useTranslation(["rates", "rows"]);
  const columns = useColumns(call.steps.some(({ buying }) => buying !== null));
  if (call.problem !== null) {
    return (
      <EmptyState kind="filtered" title={t(`problem.${call.problem.code}`)}>
        {call.problem.message}
      </EmptyState>
    );
  }
  const facts = [
    { key: "number", label: t("call.number"), value: <PhoneText value={call.number} /> },
    { key: "prefix", label: t("call.prefix"), value: call.prefix },
    { key: "destination", label: t("call.destination"), value: call.destination },
    {
      key: "type",
      label: t("call.type"),
      value: call.lineType === null ? t("call.unknown") : t(`line.${call.lineType}`),
    },
    ...(call.route === null ? [] : [{ key: "route", label: t("route.label"), value: t(`route.${call.route}`) }]),
    ...(call.deckNumber === null ? [] : [{ key: "deck", label: t("call.deck"), value: call.deckNumber }]),
  ];
  return (
    <Panel title={t("call.steps")} padded={false}>
      <div className={classes.facts}>
        <Facts items={facts} layout="columns" />
      </div>
      <DataGrid<Step>
        columns={columns}
        rows={call.steps}
        rowKey={({ seller }) => seller}
        caption={t("call.steps")}
        empty={<EmptyState kind="first" title={t("call.unknown")} />}
        labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      />
    </Panel>
  );
}

function useColumns(seesCost: boolean): GridColumn<Step>[] {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const rate = (text: string) => <span className={classes.number}>{rateText(text, locale)}</span>;
  const money = (amount: { amount: string; currency: string }) => <MoneyText {...amount} locale={locale} isSigned />;
  const buying: GridColumn<Step>[] = [
    {
      key: "buyRate",
      header: t("step.buyRate"),
      align: "end",
      hideOnPhone: true,
      cell: (step) => step.buying && rate(step.buying.buyRate),
    },
    {
      key: "cost",
      header: t("step.cost"),
      align: "end",
      hideOnPhone: true,
      cell: (step) => step.buying && money(step.buying.cost),
    },
    {
      key: "margin",
      header: t("step.margin"),
      align: "end",
      phonePlace: "end",
      cell: (step) => step.buying && money(step.buying.margin),
    },
  ];
  return [
    { key: "seller", header: t("step.seller"), isPrimary: true, cell: ({ seller }) => seller },
    { key: "rule", header: t("step.rule"), phonePlace: "start", cell: (step) => <Rule step={step} /> },
    {
      key: "sellRate",
      header: t("step.sellRate"),
      align: "end",
      hideOnPhone: true,
      cell: ({ sellRate }) => rate(sellRate),
    },
    {
      key: "seconds",
      header: t("step.seconds"),
      align: "end",
      hideOnPhone: true,
      cell: ({ billedSeconds, cadence, parts }) =>
        parts.length === 0
          ? t("step.billed", { seconds: billedSeconds, cadence })
          : parts.map((part) => (
              <div key={part.fromSecond}>
                {t("step.part", {
                  from: part.fromSecond,
                  rate: rateText(part.rate, locale),
                  billed: t("step.billed", { seconds: part.billedSeconds, cadence: part.cadence }),
                })}
              </div>
            )),
    },
    { key: "price", header: t("step.price"), align: "end", phonePlace: "topEnd", cell: ({ price }) => money(price) },
    ...(seesCost ? buying : []),
  ];
}

/** `Retail: (0.012 + 0.001) × 1.2`, or the own rate that goes before it. */
function Rule({ step }: { readonly step: Step }) {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const { plan, rule, target, buying } = step;
  if (rule !== "MARKUP") return <>{t("rule.own", { plan, target: target ?? "US/CA" })}</>;
  if (buying === null) return <>{plan}</>;
  const values = {
    plan,
    cost: rateText(buying.buyRate, locale),
    fixed: rateText(buying.markupFixed, locale),
    percent: formatNumber(buying.markupPercent, locale),
  };
  return <>{t(buying.markupFixed === "0" ? "rule.percent" : "rule.markup", values)}</>;
}
