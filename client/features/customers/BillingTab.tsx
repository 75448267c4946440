import { useQuery } from "@apollo/client/react";
import { Button, Stack } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  CustomerBillingDocument,
  type BillingFiguresFragment,
  type StatementLineFragment,
} from "../../api/billing.generated.ts";
import { pagesOf } from "../../api/pages-of.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { BillingFigures } from "../../navigation/BillingFigures.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { Statement } from "../../navigation/Statement.tsx";
import { statementFilterOf, statementState } from "../../navigation/statement-state.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import type { CustomerFieldsFragment } from "./customer.generated.ts";
import { EnterByHand, type EntryKind } from "./EnterByHand.tsx";
import { TakeBack } from "./TakeBack.tsx";

/** What the customer has with its reseller, and what came and went. Whoever stands above the reseller is told whose it is. */
export function BillingTab({ customer }: { readonly customer: CustomerFieldsFragment }) {
  const { t } = useTranslation("billing");
  const may = useCan("balance.view");
  const { reseller } = useViewer();
  const [state, setState] = useUrlState(statementState);
  const result = useQuery(CustomerBillingDocument, {
    variables: { id: customer.id, first: pageSizeDefault, filter: statementFilterOf(state, reseller.timeZone) },
    fetchPolicy: "cache-and-network",
    skip: may.reason !== null,
  });
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
          <Billing account={account} onDone={() => void result.refetch()}>
            {(deedOf) => (
              <Statement
                {...pagesOf(result, account.entries.pageInfo)}
                lines={account.entries.nodes}
                state={state}
                onChange={setState}
                deedOf={deedOf}
              />
            )}
          </Billing>
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

interface BillingProps {
  readonly account: BillingFiguresFragment;
  readonly onDone: () => void;
  readonly children: (deedOf: (line: StatementLineFragment) => React.ReactNode) => React.ReactNode;
}

function Billing({ account, onDone, children }: BillingProps) {
  const { t } = useTranslation("billing");
  const can = useCan("balance.change");
  const [entering, setEntering] = useState<EntryKind | null>(null);
  const [taken, setTaken] = useState<StatementLineFragment | null>(null);
  const deedOf = (line: StatementLineFragment) =>
    line.kind === "REVERSAL" || line.reversedById !== null || can.reason !== null ? null : (
      <Button variant="subtle" size="compact-xs" onClick={() => setTaken(line)}>
        {t("reverse.deed")}
      </Button>
    );
  return (
    <Stack gap="md">
      <Panel
        title={t("title")}
        aside={(["PAYMENT", "CHARGE"] as const).map((kind) => (
          <ReasonedButton
            key={kind}
            variant="default"
            size="xs"
            disabledReason={can.reason}
            onClick={() => setEntering(kind)}
          >
            {t(kind === "PAYMENT" ? "recordPayment" : "addCharge")}
          </ReasonedButton>
        ))}
      >
        <BillingFigures account={account} />
      </Panel>
      {children(deedOf)}
      {entering !== null && (
        <EnterByHand account={account} kind={entering} onClose={() => setEntering(null)} onDone={onDone} />
      )}
      {taken !== null && <TakeBack account={account} line={taken} onClose={() => setTaken(null)} onDone={onDone} />}
    </Stack>
  );
}
