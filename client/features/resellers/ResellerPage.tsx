import { useQuery } from "@apollo/client/react";
import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { useCan } from "../../api/viewer.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { choice } from "../../navigation/url-parts.ts";
import { useParam, useUrlState } from "../../navigation/use-place.ts";
import { ResellerActivity } from "./ResellerActivity.tsx";
import { ResellerBilling } from "./ResellerBilling.tsx";
import { ResellerHead } from "./ResellerHead.tsx";
import { ResellerOverview } from "./ResellerOverview.tsx";
import type { ResellerView } from "./reseller-view.ts";
import { ResellerPageDocument } from "./reseller.generated.ts";
import classes from "./Resellers.module.css";
import { ResellerSells } from "./ResellerSells.tsx";
import { ResellersBelow } from "./ResellersBelow.tsx";

const tabs = ["overview", "sells", "billing", "resellers", "activity"] as const;
type Tab = (typeof tabs)[number];
const urlState = z.object({ tab: choice(tabs, "overview") });

/** One reseller: where it stands, what it may do, and what is done with it. */
export function ResellerPage() {
  // With all words of the page at once: a part that waits for its own would take the whole page away for a moment.
  useTranslation(["resellers", "rows", "permissions", "billing"]);
  const id = useParam("node");
  const result = useQuery(ResellerPageDocument, {
    variables: {
      id,
      withDelegated: useCan("reseller.delegate").isAllowed,
      withEmails: useCan("reseller.update").isAllowed,
    },
    fetchPolicy: "cache-and-network",
  });
  return (
    <QueryState result={result}>
      {({ reseller }) => (reseller === null ? <NotFound /> : <View key={reseller.id} reseller={reseller} />)}
    </QueryState>
  );
}

function View({ reseller }: { reseller: ResellerView }) {
  const { t } = useTranslation("resellers");
  const [{ tab }, setState] = useUrlState(urlState);
  const canSeeActivity = useCan("audit.view").isAllowed;
  // Above the operator there is nobody whose offerings it could sell.
  const canSeeSales = useCan("catalog.view").isAllowed && reseller.tierPath.length > 1;
  const canSeeBilling = useCan("balance.view").isAllowed;
  const isShown: Partial<Record<Tab, boolean>> = {
    activity: canSeeActivity,
    sells: canSeeSales,
    billing: canSeeBilling,
  };
  return (
    <>
      <ResellerHead reseller={reseller} />
      <Tabs
        value={tab}
        onChange={(next) => setState({ tab: (next ?? "overview") as Tab }, { push: true })}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs ?? ""}>
          {tabs
            .filter((each) => isShown[each] !== false)
            .map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`tab.${each}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <ResellerOverview reseller={reseller} />
        </Tabs.Panel>
        {canSeeSales && (
          <Tabs.Panel value="sells">
            <ResellerSells reseller={reseller} />
          </Tabs.Panel>
        )}
        {canSeeBilling && (
          <Tabs.Panel value="billing">
            <ResellerBilling reseller={reseller} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="resellers">
          <ResellersBelow reseller={reseller} />
        </Tabs.Panel>
        {canSeeActivity && (
          <Tabs.Panel value="activity">
            <ResellerActivity resellerId={reseller.id} />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}
