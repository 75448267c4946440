import { useQuery } from "@apollo/client/react";
import { Stack } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { ResellerBillingDocument } from "../../api/billing.generated.ts";
import { pagesOf } from "../../api/pages-of.ts";
import { useViewer } from "../../api/viewer.tsx";
import { AccountPanel } from "../../navigation/AccountPanel.tsx";
import { BillingFigures } from "../../navigation/BillingFigures.tsx";
import { ResellerInvoices } from "../../navigation/Invoices.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { Statement } from "../../navigation/Statement.tsx";
import { statementFilterOf, statementState } from "../../navigation/statement-state.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { DunningPanel } from "./DunningPanel.tsx";
import type { ResellerView } from "./reseller-view.ts";

/** What a reseller has with its parent: one right below is seen to, one's own is looked at, deeper ones are others' business. */
export function ResellerBilling({ reseller }: { readonly reseller: ResellerView }) {
  const { t } = useTranslation("billing");
  const viewer = useViewer();
  const isOwn = reseller.id === viewer.reseller.id;
  const [state, setState] = useUrlState(statementState);
  const result = useQuery(ResellerBillingDocument, {
    variables: {
      id: reseller.id,
      first: pageSizeDefault,
      filter: statementFilterOf(state, viewer.reseller.timeZone),
    },
    fetchPolicy: "cache-and-network",
  });
  return (
    <Stack gap="md">
      {isOwn && <DunningPanel resellerId={reseller.id} />}
      <QueryState result={result}>
        {(data) => {
          const account = data.reseller?.billingAccount ?? null;
          if (account === null) return isOwn ? null : <EmptyState kind="forbidden" title={t("notYoursReseller")} />;
          const page = pagesOf(result, account.entries.pageInfo);
          const statement = { ...page, lines: account.entries.nodes, state, onChange: setState };
          if (isOwn) {
            return (
              <>
                <Panel title={t("title")}>
                  <BillingFigures account={account} />
                </Panel>
                <ResellerInvoices resellerId={reseller.id} />
                <Statement {...statement} />
              </>
            );
          }
          return (
            <AccountPanel account={account} onDone={() => void result.refetch()}>
              {(deedOf) => (
                <>
                  <ResellerInvoices resellerId={reseller.id} mayIssue onIssued={() => void result.refetch()} />
                  <Statement {...statement} deedOf={deedOf} />
                </>
              )}
            </AccountPanel>
          );
        }}
      </QueryState>
    </Stack>
  );
}
