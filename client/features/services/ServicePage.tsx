import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { choice } from "../../navigation/url-parts.ts";
import { useLive } from "../../api/use-live.ts";
import { CallsPanel } from "../../navigation/CallsPanel.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useParam, useUrlState } from "../../navigation/use-place.ts";
import { Addons } from "./Addons.tsx";
import { HealthCheck } from "./HealthCheck.tsx";
import { ServiceActivity } from "./ServiceActivity.tsx";
import { LineMinutes } from "./LineMinutes.tsx";
import { ServiceBalances } from "./ServiceBalances.tsx";
import { ServiceFacts } from "./ServiceFacts.tsx";
import { ServiceHead } from "./ServiceHead.tsx";
import { ServiceItems } from "./ServiceItems.tsx";
import classes from "./ServicePage.module.css";
import { ServiceLiveDocument, ServicePageDocument, type ServiceViewFragment } from "./service.generated.ts";
import { ServiceRuns } from "./ServiceRuns.tsx";

const tabs = ["overview", "runs", "activity"] as const;
type Tab = (typeof tabs)[number];
const urlState = z.object({ tab: choice(tabs, "overview") });

/** One service: what it is, what is left, what can be added, and whether the network agrees. Live, so that a top-up is seen at once. */
export function ServicePage() {
  // With all words of the page at once: a part that waits for its own would take the whole page away for a moment.
  useTranslation(["services", "rows", "lines"]);
  const id = useParam("service");
  const result = useLive({ query: ServicePageDocument, subscription: ServiceLiveDocument, variables: { id } });
  return (
    <QueryState result={result}>
      {({ service }) => (service === null ? <NotFound /> : <View key={service.id} service={service} />)}
    </QueryState>
  );
}

function View({ service }: { service: ServiceViewFragment }) {
  const { t } = useTranslation("services");
  const [{ tab }, setState] = useUrlState(urlState);
  return (
    <>
      <ServiceHead service={service} />
      <Tabs
        value={tab}
        onChange={(next) => setState({ tab: (next ?? "overview") as Tab }, { push: true })}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs ?? ""}>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`view.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Overview service={service} />
        </Tabs.Panel>
        <Tabs.Panel value="runs">
          <ServiceRuns serviceId={service.id} />
        </Tabs.Panel>
        <Tabs.Panel value="activity">
          <ServiceActivity serviceId={service.id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Overview({ service }: { service: ServiceViewFragment }) {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <ServiceBalances service={service} />
        <LineMinutes serviceId={service.id} />
        <Addons service={service} />
        <ServiceItems service={service} />
      </div>
      <div className={classes.column}>
        <ServiceFacts service={service} />
        <CallsPanel line={service} />
        <HealthCheck serviceId={service.id} />
      </div>
    </div>
  );
}
