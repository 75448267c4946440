import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { RunTable } from "../../navigation/RunTable.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { CustomerRunsDocument } from "./customer.generated.ts";

export function RunsTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation("customers");
  const result = useQuery(CustomerRunsDocument, {
    variables: { id: customerId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  return (
    <Panel title={t("tab.runs")} padded={false} count={result.data?.customer?.provisioningRuns.totalCount.value}>
      <QueryState result={result}>
        {({ customer }) => (
          <RunTable
            {...pagesOf(result, customer?.provisioningRuns.pageInfo)}
            runs={customer?.provisioningRuns.nodes ?? []}
            caption={t("tab.runs")}
            empty={<EmptyState kind="first" title={t("runs.none")} />}
            hides={["customer"]}
          />
        )}
      </QueryState>
    </Panel>
  );
}
