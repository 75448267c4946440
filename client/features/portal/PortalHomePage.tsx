import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PortalServicesDocument, type PortalServicesQuery } from "./portal.generated.ts";
import classes from "./Portal.module.css";
import { OwnBalance } from "./OwnBalance.tsx";
import { OwnLiveCalls } from "./OwnLiveCalls.tsx";
import { ServiceRows } from "./ServiceRows.tsx";
import { TopUp } from "./TopUp.tsx";
import { needsAttention, useStatusLine } from "./service-words.ts";

/** As many are looked through for what stands still; and so many of those that run are listed here. */
const lookedThrough = 50;
const listed = 6;

/** What the customer has, what is being set up, and what stands still. */
export function PortalHomePage() {
  const { t } = useTranslation(["portal", "words"]);
  const { permissions, customer, reseller } = useViewer();
  const isOpen = permissions.includes("service.view");
  const result = useQuery(PortalServicesDocument, {
    variables: { first: lookedThrough },
    fetchPolicy: "cache-and-network",
    skip: !isOpen,
  });
  return (
    <>
      <PageHeader title={customer?.label ?? t("menu.home")} description={t("home.of", { reseller: reseller.name })} />
      <div className={classes.page}>
        <OwnBalance />
        <TopUp />
        {permissions.includes("call.view") && <OwnLiveCalls />}
        {isOpen ? (
          <QueryState result={result}>{(data) => <Overview data={data} />}</QueryState>
        ) : (
          <EmptyState kind="forbidden" title={t("closed.services")}>
            {t("closed.text", { reseller: reseller.name })}
          </EmptyState>
        )}
      </div>
    </>
  );
}

function Overview({ data: { services } }: { data: PortalServicesQuery }) {
  const { t } = useTranslation("portal");
  const { reseller } = useViewer();
  const { nodes } = services;
  const [waiting, starting] = [nodes.filter(needsAttention), nodes.filter(({ state }) => state === "PENDING")];
  const running = nodes.filter((each) => each.state === "ACTIVE");
  if (nodes.length === 0) {
    return (
      <EmptyState kind="first" title={t("services.none")}>
        {t("services.noneText", { reseller: reseller.name })}
      </EmptyState>
    );
  }
  return (
    <div className={classes.page}>
      {waiting.length > 0 && <Attention services={waiting} />}
      {starting.length > 0 && (
        <Panel title={t("home.starting")} count={starting.length} padded={false}>
          <ServiceRows services={starting} label={t("home.starting")} />
        </Panel>
      )}
      {(running.length > 0 || waiting.length + starting.length === 0) && (
        <Panel
          title={t("home.services")}
          count={running.length}
          padded={false}
          footer={<AppLink href={path.portalServices()}>{t("home.all")}</AppLink>}
        >
          {running.length === 0 ? (
            <EmptyState kind="first" title={t("home.noneActive")} />
          ) : (
            <ServiceRows services={running.slice(0, listed)} label={t("home.services")} />
          )}
        </Panel>
      )}
    </div>
  );
}

function Attention({ services }: { services: PortalServicesQuery["services"]["nodes"] }) {
  const { t } = useTranslation("portal");
  const { reseller } = useViewer();
  const lineOf = useStatusLine();
  return (
    <section aria-label={t("home.attention")}>
      <ul className={classes.attention}>
        {services.map((service) => (
          <li key={service.id}>
            <AppLink href={path.portalService(service.id)}>{service.name}</AppLink>
            <div>
              {lineOf(service).text} {t("home.ask", { reseller: reseller.name })}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
