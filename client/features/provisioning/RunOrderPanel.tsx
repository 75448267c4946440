import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { OwnerPath } from "../../navigation/OwnerPath.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { IdentifierText } from "../../ui/IdentifierText.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import type { Run } from "./run-facts.ts";
import { RunOwnerDocument } from "./run.generated.ts";

/** What the run is about: for whom, which service and items, at what price. */
export function RunOrderPanel({ run }: { run: Run }) {
  const { t } = useTranslation(["runs", "words"]);
  const { order } = run;
  return (
    <Panel
      title={order === null ? t("about.title") : t("about.order", { number: order.number })}
      {...(order !== null && {
        aside: (
          <StateDot tone={stateTone("order", order.state)}>
            {order.state === "FAILED" ? t("about.notBilled") : t(`words:order.${order.state}`)}
          </StateDot>
        ),
      })}
    >
      <Facts items={useFacts(run)} />
    </Panel>
  );
}

function useFacts({ id, customer, service, order, kind }: Run): Fact[] {
  const { t } = useTranslation(["runs", "words"]);
  const locale = useLocale();
  const reseller = useReseller();
  // It came with the page, and is no part of the run as it is sent anew with each of its steps.
  const asked = useQuery(RunOwnerDocument, { variables: { id }, fetchPolicy: "cache-only" });
  const owner = asked.data?.provisioningRun?.tierPath;
  const facts: Fact[] = [{ key: "kind", label: t("about.kind"), value: t(`words:runKind.${kind}`) }];
  if (customer !== null) {
    const href = path.customer(reseller, customer.id);
    facts.push({ key: "customer", label: t("about.customer"), value: <AppLink href={href}>{customer.label}</AppLink> });
  }
  if (owner !== undefined) {
    facts.push({ key: "owner", label: t("about.owner"), value: <OwnerPath tierPath={owner} /> });
  }
  if (service !== null) {
    const href = path.service(reseller, service.id);
    const name = t("about.serviceOf", { number: service.number, name: service.name });
    facts.push({ key: "service", label: t("about.service"), value: <AppLink href={href}>{name}</AppLink> });
  }
  for (const { id, identifier, template } of service?.items ?? []) {
    facts.push({
      key: id,
      label: template.label,
      value: <IdentifierText value={identifier} kind={template.identifierKind} />,
    });
  }
  if (order === null) return facts;
  if (order.recurring !== null) {
    facts.push({ key: "renew", label: t("about.autoRenew"), value: order.autoRenew ? t("yes") : t("no") });
  }
  const { amount, currency } = order.dueToday;
  const value = <MoneyText amount={amount} currency={currency} locale={locale} />;
  return [...facts, { key: "due", label: t("about.dueToday"), value, isStrong: true }];
}
