import { useQuery } from "@apollo/client/react";
import { Stack } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useAskAgain } from "../../api/use-ask-again.ts";
import { useCan } from "../../api/viewer.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { AddSubscriber } from "./AddSubscriber.tsx";
import { AddSubscribers } from "./AddSubscribers.tsx";
import { ManageSubscriber } from "./ManageSubscriber.tsx";
import { PackagesPanel } from "./PackagesPanel.tsx";
import type { PersonRow } from "./people-rows.ts";
import { SubscriberRows } from "./SubscriberRows.tsx";
import { CustomerPackagesDocument, CustomerSubscribersDocument } from "./subscribers.generated.ts";

/** So often it is looked at again while something is on its way, and while nothing is. */
const lookAgainMs = { moving: 3_000, still: 15_000 };

/** Which packages a customer may give to its people, and who has them (C10). */
export function SubscribersTab({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation("subscribers");
  const canView = useCan("subscriber.view");
  if (!canView.isAllowed) {
    return (
      <EmptyState kind="forbidden" title={t("title")}>
        {canView.reason}
      </EmptyState>
    );
  }
  return <Subscribers customerId={customerId} />;
}

function Subscribers({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation("subscribers");
  const can = useCan("subscriber.edit");
  const canImport = useCan("bulk.import");
  const [isAdding, setAdding] = useState<"one" | "several" | null>(null);
  const [typed, setTyped] = useState<readonly PersonRow[]>([]);
  const [managed, setManaged] = useState<string | null>(null);
  const packages = useQuery(CustomerPackagesDocument, {
    variables: { id: customerId },
    fetchPolicy: "cache-and-network",
  });
  const variables = { filter: { customerId }, first: pageSizeDefault };
  const people = useQuery(CustomerSubscribersDocument, { variables, fetchPolicy: "cache-and-network" });
  const held = packages.data?.customer?.packages ?? [];
  const rows = people.data?.subscribers.nodes ?? [];
  const isMoving =
    rows.some(({ state }) => state !== "PROVISIONED" && state !== "ERROR") ||
    held.some(({ state }) => state === "PROVISIONING" || state === "DELETING");
  const everyMs = isMoving ? lookAgainMs.moving : lookAgainMs.still;
  useAskAgain(CustomerSubscribersDocument, variables, {
    rows: people.data === undefined ? null : rows.length,
    everyMs,
  });
  const { startPolling, stopPolling } = packages;
  useEffect(() => {
    startPolling(everyMs);
    return stopPolling;
  }, [everyMs, startPolling, stopPolling]);
  const seats = held.filter(
    ({ offering, state }) =>
      offering.kind === "PLAN" && offering.package?.isForSubscribers === true && state !== "DELETING",
  );
  const reason = can.reason ?? (seats.length === 0 ? t("noPackageYet") : null);
  const changed = (): void => void Promise.all([packages.refetch(), people.refetch()]);
  const chosen = rows.find(({ id }) => id === managed);
  return (
    <Stack gap="md">
      <QueryState result={packages}>
        {({ customer }) =>
          customer !== null && (
            <PackagesPanel customerId={customerId} kind={customer.kind} held={customer.packages} onChanged={changed} />
          )
        }
      </QueryState>
      <Panel
        title={t("title")}
        padded={false}
        count={people.data?.subscribers.totalCount.value}
        aside={
          <>
            <ReasonedButton
              variant="default"
              size="xs"
              disabledReason={reason ?? canImport.reason}
              onClick={() => setAdding("several")}
            >
              {t("several.open")}
            </ReasonedButton>
            <ReasonedButton size="xs" disabledReason={reason} onClick={() => setAdding("one")}>
              {t("add")}
            </ReasonedButton>
          </>
        }
      >
        <QueryState result={people}>
          {() => (
            <SubscriberRows
              {...pagesOf(people, people.data?.subscribers.pageInfo)}
              rows={rows}
              hasPackages={seats.length > 0}
              onManage={setManaged}
            />
          )}
        </QueryState>
      </Panel>
      {isAdding === "one" && (
        <AddSubscriber customerId={customerId} seats={seats} onClose={() => setAdding(null)} onAdded={changed} />
      )}
      {isAdding === "several" && (
        <AddSubscribers
          customerId={customerId}
          seats={seats}
          typed={typed}
          onTyped={setTyped}
          onClose={() => setAdding(null)}
          onAdded={changed}
        />
      )}
      {chosen !== undefined && (
        <ManageSubscriber
          key={chosen.id}
          of={chosen}
          held={held}
          onClose={() => setManaged(null)}
          onChanged={changed}
        />
      )}
    </Stack>
  );
}
