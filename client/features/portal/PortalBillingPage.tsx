import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { CustomerAllowancesDocument } from "../../api/allowances.generated.ts";
import { CustomerBillingDocument } from "../../api/billing.generated.ts";
import { pagesOf } from "../../api/pages-of.ts";
import { useViewer } from "../../api/viewer.tsx";
import { AllowanceCounts } from "../../navigation/AllowanceCounts.tsx";
import { BillingFigures } from "../../navigation/BillingFigures.tsx";
import { Invoices } from "../../navigation/Invoices.tsx";
import { PaymentMethods } from "../../navigation/PaymentMethods.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { Statement } from "../../navigation/Statement.tsx";
import { statementFilterOf, statementState } from "../../navigation/statement-state.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PortalPayments } from "./PortalPayments.tsx";
import { TopUp } from "./TopUp.tsx";
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
                <IncludedMinutes customerId={customer?.id ?? ""} />
                <TopUp />
                <PaymentMethods customerId={customer.id} mayChange={permissions.includes("credit.buy")} />
                <PortalPayments customerId={customer.id} />
                <Invoices customerId={customer.id} />
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

/** Where there are any. */
function IncludedMinutes({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation("allowances");
  const { data } = useQuery(CustomerAllowancesDocument, {
    variables: { id: customerId },
    fetchPolicy: "cache-and-network",
  });
  const allowances = data?.customer?.allowances ?? null;
  const held = [...(allowances?.held ?? []), ...(allowances?.ofLines ?? [])];
  if (held.length === 0) return null;
  return (
    <Panel title={t("title")} padded={false}>
      <AllowanceCounts held={held} />
    </Panel>
  );
}
