import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { ActivityTimeline } from "../../navigation/ActivityTimeline.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ServiceActivityDocument } from "./service.generated.ts";

export function ServiceActivity({ serviceId }: { serviceId: string }) {
  const { t } = useTranslation(["services", "rows"]);
  const result = useQuery(ServiceActivityDocument, {
    variables: { id: serviceId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const activity = result.data?.service?.activity;
  const { hasMore, onMore, isLoadingMore } = pagesOf(result, activity?.pageInfo);
  return (
    <Panel title={t("view.activity")} count={activity?.totalCount.value}>
      <QueryState result={result}>
        {({ service }) =>
          service === null || service.activity.nodes.length === 0 ? (
            <EmptyState kind="first" title={t("activity.none")} />
          ) : (
            <ActivityTimeline entries={service.activity.nodes} label={t("view.activity")} />
          )
        }
      </QueryState>
      {hasMore && (
        <Button variant="default" size="xs" mt="md" loading={isLoadingMore} onClick={onMore}>
          {t("rows:more")}
        </Button>
      )}
    </Panel>
  );
}
