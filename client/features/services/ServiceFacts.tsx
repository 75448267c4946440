import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { OwnerPath } from "../../navigation/OwnerPath.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { formatDate, formatMoney } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import type { ServiceViewFragment } from "./service.generated.ts";

export function ServiceFacts({ service }: { service: ServiceViewFragment }) {
  const { t } = useTranslation("services");
  return (
    <Panel title={t("facts.title")}>
      <Facts items={useFacts(service)} />
    </Panel>
  );
}

function useFacts(service: ServiceViewFragment): Fact[] {
  const { t } = useTranslation("services");
  const locale = useLocale();
  const reseller = useReseller();
  const { timeZone } = useViewer().reseller;
  const { offering, customer, recurring, startsOn, endsOn, autoRenew, site, order, parameters, createdAt } = service;
  const facts: Fact[] = [
    {
      key: "plan",
      label: t("facts.plan"),
      value: <AppLink href={path.offering(reseller, offering.slug)}>{offering.name}</AppLink>,
    },
    {
      key: "customer",
      label: t("column.customer"),
      value: <AppLink href={path.customer(reseller, customer.id)}>{customer.label}</AppLink>,
    },
  ];
  facts.push({ key: "owner", label: t("column.owner"), value: <OwnerPath tierPath={service.tierPath} /> });
  if (recurring !== null) {
    const price = formatMoney(recurring.amount, recurring.currency, locale);
    facts.push({
      key: "price",
      label: t("facts.price"),
      value: t("addons.recurring", { price, count: offering.billingIntervalMonths }),
    });
  }
  facts.push({ key: "renewal", label: t("facts.renewal"), value: autoRenew ? t("facts.renews") : t("facts.ends") });
  if (startsOn !== null) facts.push({ key: "start", label: t("column.start"), value: formatDate(startsOn, locale) });
  if (endsOn !== null) {
    const label = autoRenew ? t("facts.nextRenewal") : t("column.end");
    facts.push({ key: "end", label, value: formatDate(endsOn, locale) });
  }
  if (site !== null) facts.push({ key: "site", label: t("facts.site"), value: site.name });
  if (order !== null) {
    const placed = formatDate(order.placedAt, locale, { timeZone });
    facts.push({
      key: "order",
      label: t("facts.order"),
      value: t("facts.orderOf", { number: order.number, date: placed }),
    });
  } else {
    facts.push({ key: "created", label: t("facts.created"), value: formatDate(createdAt, locale, { timeZone }) });
  }
  return [...facts, ...parameters.map(({ key, value }) => ({ key: `parameter:${key}`, label: key, value }))];
}
