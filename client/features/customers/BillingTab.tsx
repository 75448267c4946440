import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { CustomerBillingDocument } from "../../api/billing.generated.ts";
import { pagesOf } from "../../api/pages-of.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { AccountPanel } from "../../navigation/AccountPanel.tsx";
import { Invoices } from "../../navigation/Invoices.tsx";
import { PaymentMethods } from "../../navigation/PaymentMethods.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { Statement } from "../../navigation/Statement.tsx";
import { WaitingCharges } from "../../navigation/WaitingCharges.tsx";
import { statementFilterOf, statementState } from "../../navigation/statement-state.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { CustomerFieldsFragment } from "./customer.generated.ts";
import { CustomerPayments, useRefunds } from "./CustomerPayments.tsx";
import { AllowancesPanel } from "./AllowancesPanel.tsx";

/** What the customer has with its reseller, and what came and went. Whoever stands above the reseller is told whose it is. */
export function BillingTab({ customer }: { readonly customer: CustomerFieldsFragment }) {
  const { t } = useTranslation("billing");
  const may = useCan("balance.view");
  const keeps = useCan("balance.change");
  const { reseller } = useViewer();
  const [state, setState] = useUrlState(statementState);
  const result = useQuery(CustomerBillingDocument, {
    variables: { id: customer.id, first: pageSizeDefault, filter: statementFilterOf(state, reseller.timeZone) },
    fetchPolicy: "cache-and-network",
    skip: may.reason !== null,
  });
  const refunds = useRefunds(customer.id, may.reason !== null, () => void result.refetch());
  if (may.reason !== null) {
    return (
      <EmptyState kind="forbidden" title={t("closed")}>
        {may.reason}
      </EmptyState>
    );
  }
  return (
    <QueryState result={result}>
      {(data) => {
        const account = data.customer?.billingAccount ?? null;
        if (account === null) return <NotYours customer={customer} />;
        return (
          <AccountPanel account={account} onDone={() => void result.refetch()}>
            {(deedOf) => (
              <>
                <WaitingCharges customerId={customer.id} onSettled={() => void result.refetch()} />
                <AllowancesPanel customerId={customer.id} />
                <Invoices customerId={customer.id} mayIssue onIssued={() => void result.refetch()} />
                <PaymentMethods customerId={customer.id} mayChange={keeps.reason === null} />
                <CustomerPayments refunds={refunds} />
                <Statement
                  {...pagesOf(result, account.entries.pageInfo)}
                  lines={account.entries.nodes}
                  state={state}
                  onChange={setState}
                  deedOf={(line) => {
                    const payment = refunds.ofLine(line);
                    return payment === null ? deedOf(line) : refunds.deedOf(payment);
                  }}
                />
                {refunds.dialog}
              </>
            )}
          </AccountPanel>
        );
      }}
    </QueryState>
  );
}

function NotYours({ customer }: { readonly customer: CustomerFieldsFragment }) {
  const { t } = useTranslation("billing");
  const reseller = customer.tierPath.at(-1)?.name ?? "";
  return (
    <EmptyState kind="forbidden" title={t("notYours", { reseller })}>
      {t("notYoursText")}
    </EmptyState>
  );
}
