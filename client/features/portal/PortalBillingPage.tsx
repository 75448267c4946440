import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { CustomerBillingDocument } from "../../api/billing.generated.ts";
import { pagesOf } from "../../api/pages-of.ts";
import { useViewer } from "../../api/viewer.tsx";
import { BillingFigures } from "../../navigation/BillingFigures.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { Statement } from "../../navigation/Statement.tsx";
import { statementFilterOf, statementState } from "../../navigation/statement-state.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./Portal.module.css";

/** One's own balance and statement, where the reseller lets its customer see them. */
export function PortalBillingPage() {
  const { t } = useTranslation("billing");
  const { permissions, customer, reseller } = useViewer();
  const isOpen = permissions.includes("balance.view") && customer !== null;
  const [state, setState] = useUrlState(statementState);
  const filter = statementFilterOf(state, reseller.timeZone);
  const result = useQuery(CustomerBillingDocument, {
    variables: { id: customer?.id ?? "", first: pageSizeDefault, filter },
    fetchPolicy: "cache-and-network",
    skip: !isOpen,
  });
  const closed = (
    <EmptyState kind="forbidden" title={t("closed")}>
      {t("closedText", { reseller: reseller.name })}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t("title")} />
      {isOpen ? (
        <QueryState result={result}>
          {(data) => {
            const account = data.customer?.billingAccount ?? null;
            if (account === null) return closed;
            return (
              <div className={classes.page}>
                <Panel title={t("balance")}>
                  <BillingFigures account={account} />
                </Panel>
                <Statement
                  {...pagesOf(result, account.entries.pageInfo)}
                  lines={account.entries.nodes}
                  state={state}
                  onChange={setState}
                />
              </div>
            );
          }}
        </QueryState>
      ) : (
        closed
      )}
    </>
  );
}
