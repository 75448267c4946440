import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { formatDate, formatMoney } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./ServicePage.module.css";
import { ServiceAddonsDocument, type ServiceAddonsQuery, type ServiceViewFragment } from "./service.generated.ts";

type Addon = ServiceAddonsQuery["offerings"]["nodes"][number];

/** F3: what fits this service, one click from its review with everything chosen already. */
export function Addons({ service }: { service: ServiceViewFragment }) {
  const { t } = useTranslation("services");
  const isActive = service.state === "ACTIVE";
  const result = useQuery(ServiceAddonsDocument, {
    variables: { customerId: service.customer.id, serviceId: service.id },
    skip: !isActive,
  });
  if (!isActive && service.addons.length === 0) return null;
  return (
    <Panel title={t("addons.title")}>
      {isActive && (
        <QueryState result={result} rows={2}>
          {({ offerings }) => (
            <Cards service={service} addons={offerings.nodes.filter(({ eligibility }) => eligibility.isEligible)} />
          )}
        </QueryState>
      )}
      <Had service={service} />
    </Panel>
  );
}

function Cards({ service, addons }: { service: ServiceViewFragment; addons: readonly Addon[] }) {
  const { t } = useTranslation("services");
  if (addons.length === 0) return <span className={classes.dim}>{t("addons.none")}</span>;
  return (
    <ul className={classes.cards}>
      {addons.map((addon) => (
        <li key={addon.id} className={classes.card}>
          <span className={classes.cardName}>{addon.name}</span>
          <span className={classes.cardPrice}>
            <PriceWords addon={addon} />
          </span>
          {addon.facts.length > 0 && <span className={classes.dim}>{addon.facts.join(" · ")}</span>}
          <div className={classes.cardFoot}>
            <AddButton service={service} addon={addon} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** O50: paid once, or every month, said before it is chosen. */
function PriceWords({ addon: { price, billingIntervalMonths } }: { addon: Addon }) {
  const { t } = useTranslation("services");
  const locale = useLocale();
  const amount = ({ amount: value, currency }: { amount: string; currency: string }): string =>
    formatMoney(value, currency, locale);
  const parts = [
    price.oneOff === null ? "" : t("addons.oneOff", { price: amount(price.oneOff) }),
    price.recurring === null
      ? ""
      : t("addons.recurring", { price: amount(price.recurring), count: billingIntervalMonths }),
    price.setup === null ? "" : t("addons.setup", { price: amount(price.setup) }),
  ];
  return parts.filter(Boolean).join(" · ");
}

function AddButton({ service, addon }: { service: ServiceViewFragment; addon: Addon }) {
  const { t } = useTranslation("services");
  const can = useCan("order.place");
  const query = { product: addon.slug, customer: service.customer.id, service: service.id, kind: "ADDON" };
  const href = path.assign(useReseller(), query);
  const label = t("addons.addNamed", { name: addon.name });
  if (!can.isAllowed)
    return (
      <ReasonedButton size="xs" disabledReason={can.reason} aria-label={label}>
        {t("addons.add")}
      </ReasonedButton>
    );
  return (
    <Button component={AppLink} href={href} size="xs" variant="default" aria-label={label}>
      {t("addons.add")}
    </Button>
  );
}

function Had({ service: { addons } }: { service: ServiceViewFragment }) {
  const { t } = useTranslation("services");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  if (addons.length === 0) return null;
  return (
    <ul className={classes.had} aria-label={t("addons.had")}>
      {addons.map(({ id, addedAt, offering }) => (
        <li key={id}>
          <span>{offering.name}</span>
          <span className={classes.dim}>{t("addons.added", { date: formatDate(addedAt, locale, { timeZone }) })}</span>
        </li>
      ))}
    </ul>
  );
}
