import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { RunTable } from "../../navigation/RunTable.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ServiceRunsDocument } from "./service.generated.ts";

export function ServiceRuns({ serviceId }: { serviceId: string }) {
  const { t } = useTranslation("services");
  const result = useQuery(ServiceRunsDocument, {
    variables: { id: serviceId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  return (
    <Panel title={t("view.runs")} padded={false} count={result.data?.service?.provisioningRuns.totalCount.value}>
      <QueryState result={result}>
        {({ service }) => (
          <RunTable
            {...pagesOf(result, service?.provisioningRuns.pageInfo)}
            runs={service?.provisioningRuns.nodes ?? []}
            caption={t("view.runs")}
            empty={<EmptyState kind="first" title={t("run.none")} />}
            hides={["customer"]}
          />
        )}
      </QueryState>
    </Panel>
  );
}
