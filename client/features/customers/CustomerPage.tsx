import { useQuery } from "@apollo/client/react";
import { Tabs } from "@mantine/core";
import { Suspense, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { choice } from "../../navigation/url-parts.ts";
import { NotFound } from "../../navigation/NotFound.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useParam, useUrlState } from "../../navigation/use-place.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { ActivityTab } from "./ActivityTab.tsx";
import { CustomerPageDocument, type CustomerFieldsFragment } from "./customer.generated.ts";
import { CustomerHead } from "./CustomerHead.tsx";
import classes from "./CustomerPage.module.css";
import { InventoryTab } from "./InventoryTab.tsx";
import { OrdersTab } from "./OrdersTab.tsx";
import { OverviewTab } from "./OverviewTab.tsx";
import { RunsTab } from "./RunsTab.tsx";
import { ServicesTab } from "./ServicesTab.tsx";

const tabs = [
  "overview",
  "services",
  "subscribers",
  "contacts",
  "inventory",
  "runs",
  "orders",
  "billing",
  "calls",
  "problems",
  "activity",
] as const;
type Tab = (typeof tabs)[number];
const contacts = lazyPart(() => import("./ContactsTab.tsx").then(({ ContactsTab }) => ContactsTab));
const subscribers = lazyPart(() => import("./SubscribersTab.tsx").then(({ SubscribersTab }) => SubscribersTab));
const billing = lazyPart(() => import("./BillingTab.tsx").then(({ BillingTab }) => BillingTab));
const calls = lazyPart(() => import("./CallsTab.tsx").then(({ CallsTab }) => CallsTab));
const problems = lazyPart(() => import("./ProblemsTab.tsx").then(({ ProblemsTab }) => ProblemsTab));
const urlState = z.object({ tab: choice(tabs, "overview") });

/** The cockpit: who it is and what can be done stays in sight; what a tab shows is asked for when it is opened (OX7). */
export function CustomerPage() {
  // With all words of the page at once: a part that waits for its own would take the whole page away for a moment.
  useTranslation(["customers", "rows"]);
  const id = useParam("customer");
  const result = useQuery(CustomerPageDocument, { variables: { id }, fetchPolicy: "cache-and-network" });
  return (
    <QueryState result={result}>
      {({ customer }) => (customer === null ? <NotFound /> : <Cockpit key={customer.id} customer={customer} />)}
    </QueryState>
  );
}

function Cockpit({ customer }: { customer: CustomerFieldsFragment }) {
  const { t } = useTranslation(["customers", "shell"]);
  const [{ tab }, setState] = useUrlState(urlState);
  return (
    <Tabs
      value={tab}
      onChange={(next) => setState({ tab: (next ?? "overview") as Tab }, { push: true })}
      keepMounted={false}
    >
      <div className={classes.head}>
        <CustomerHead customer={customer} />
        <Tabs.List className={classes.tabs ?? ""}>
          {tabs.map((each) => (
            <Tabs.Tab
              key={each}
              value={each}
              {...(each === "contacts" && { onPointerEnter: contacts.prepare, onFocus: contacts.prepare })}
            >
              {t(`tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      <div className={classes.body}>
        {tabs.map((each) => (
          <Tabs.Panel key={each} value={each}>
            <Suspense fallback={<Loading label={t("shell:loading")} rows={6} />}>{panels[each](customer)}</Suspense>
          </Tabs.Panel>
        ))}
      </div>
    </Tabs>
  );
}

const panels: Readonly<Record<Tab, (customer: CustomerFieldsFragment) => ReactNode>> = {
  overview: (customer) => <OverviewTab customer={customer} />,
  services: ({ id }) => <ServicesTab customerId={id} />,
  subscribers: ({ id }) => <subscribers.Part customerId={id} />,
  contacts: ({ id, homeCountry }) => <contacts.Part customerId={id} homeCountry={homeCountry} />,
  inventory: (customer) => <InventoryTab customer={customer} />,
  runs: ({ id }) => <RunsTab customerId={id} />,
  orders: ({ id }) => <OrdersTab customerId={id} />,
  billing: (customer) => <billing.Part customer={customer} />,
  calls: ({ id }) => <calls.Part customerId={id} />,
  problems: ({ id }) => <problems.Part customerId={id} />,
  activity: ({ id }) => <ActivityTab customerId={id} />,
};
