import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { useLive } from "../../api/use-live.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { CallsPanel } from "../../navigation/CallsPanel.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useParam } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { formatDate, formatMoney, formatNumber } from "../../ui/format.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { AccessData } from "./AccessData.tsx";
import type { ServiceOfPage } from "./service-of-page.ts";
import { Granted } from "./Granted.tsx";
import { ItemRows } from "./ItemRows.tsx";
import { OrderAddon } from "./OrderAddon.tsx";
import classes from "./Portal.module.css";
import { PortalServiceLiveDocument, PortalServicePageDocument } from "./portal.generated.ts";
import { needsAttention, useStatusLine } from "./service-words.ts";

/** One service as its owner sees it, live: what is left, what it uses, what was added and how to sign in with it. */
export function PortalServicePage() {
  const { t } = useTranslation(["portal", "words", "lines"]);
  return (
    <Granted by="service.view" title={t("menu.services")}>
      <Service />
    </Granted>
  );
}

function Service() {
  const id = useParam("service");
  const withSecrets = useViewer().permissions.includes("service.reveal");
  const result = useLive({
    query: PortalServicePageDocument,
    subscription: PortalServiceLiveDocument,
    variables: { id, withSecrets },
  });
  return (
    <QueryState result={result}>
      {({ service }) => (service === null ? <NotFound /> : <View key={service.id} service={service} />)}
    </QueryState>
  );
}

function View({ service }: { service: ServiceOfPage }) {
  const { t } = useTranslation(["portal", "words"]);
  const { reseller } = useViewer();
  const { text } = useStatusLine()(service);
  return (
    <>
      <PageHeader
        title={service.name}
        crumb={<AppLink href={path.portalServices()}>{t("menu.services")}</AppLink>}
        beside={<StateDot tone={stateTone("service", service.state)}>{t(`words:service.${service.state}`)}</StateDot>}
      />
      <div className={classes.page}>
        {needsAttention(service) && (
          <p className={classes.notice} role="status">
            {text} {t("home.ask", { reseller: reseller.name })}
          </p>
        )}
        <div className={classes.columns}>
          <div className={classes.column}>
            <Balances service={service} />
            <Panel title={t("items.title")} count={service.items.length} padded={false}>
              <ItemRows items={service.items} />
            </Panel>
            <Addons service={service} />
          </div>
          <div className={classes.column}>
            <AccessData service={service} />
            <CallsPanel line={service} />
            <Panel title={t("facts.title")}>
              <Facts items={useFacts(service)} />
            </Panel>
          </div>
        </div>
      </div>
    </>
  );
}

function Balances({ service: { balances, balancesAt } }: { service: ServiceOfPage }) {
  const { t } = useTranslation("portal");
  const locale = useLocale();
  if (balances.length === 0) return null;
  return (
    <Panel
      title={t("balances.title")}
      {...(balancesAt !== null && {
        aside: (
          <span>
            {t("balances.at")} <RelativeTime value={balancesAt} locale={locale} serverOffsetMs={serverClock.offsetMs} />
          </span>
        ),
      })}
    >
      <dl className={classes.balances} aria-live="polite">
        {balances.map(({ kind, label, amount, unit }) => (
          <div key={kind}>
            <dt>{label}</dt>
            <dd>
              {formatNumber(amount, locale)}
              <small>{unit}</small>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Addons({ service: { id: serviceId, state, addons } }: { service: ServiceOfPage }) {
  const { t } = useTranslation("portal");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  return (
    <Panel
      title={t("addons.title")}
      count={addons.length}
      padded={false}
      aside={state === "ACTIVE" && <OrderAddon serviceId={serviceId} />}
    >
      {addons.length === 0 ? (
        <EmptyState kind="first" title={t("addons.none")} />
      ) : (
        <ul className={classes.rows}>
          {addons.map(({ id, offering, addedAt }) => (
            <li key={id} className={classes.item}>
              <span className={classes.name}>{offering.name}</span>
              <span className={classes.dim}>
                {t("addons.since", { date: formatDate(addedAt, locale, { timeZone }) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function useFacts({ offering, recurring, startsOn, endsOn, autoRenew, site }: ServiceOfPage): Fact[] {
  const { t } = useTranslation("portal");
  const locale = useLocale();
  const facts: Fact[] = [{ key: "plan", label: t("facts.plan"), value: offering.name }];
  if (recurring !== null) {
    const price = formatMoney(recurring.amount, recurring.currency, locale);
    facts.push({
      key: "price",
      label: t("facts.price"),
      value: t("facts.recurring", { price, count: offering.billingIntervalMonths }),
    });
  }
  if (startsOn !== null) facts.push({ key: "start", label: t("facts.start"), value: formatDate(startsOn, locale) });
  facts.push({ key: "renewal", label: t("facts.renewal"), value: autoRenew ? t("facts.renews") : t("facts.once") });
  if (endsOn !== null) {
    const label = autoRenew ? t("facts.next") : t("facts.end");
    facts.push({ key: "end", label, value: formatDate(endsOn, locale) });
  }
  if (site !== null) facts.push({ key: "site", label: t("facts.site"), value: site.name });
  return facts;
}
