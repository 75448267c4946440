import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { ActivityTimeline } from "../../navigation/ActivityTimeline.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ResellerActivityDocument } from "./reseller.generated.ts";

export function ResellerActivity({ resellerId }: { resellerId: string }) {
  const { t } = useTranslation(["resellers", "rows"]);
  const result = useQuery(ResellerActivityDocument, {
    variables: { id: resellerId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const activity = result.data?.reseller?.activity;
  const { hasMore, onMore, isLoadingMore } = pagesOf(result, activity?.pageInfo);
  return (
    <Panel title={t("tab.activity")} count={activity?.totalCount.value}>
      <QueryState result={result}>
        {({ reseller }) =>
          reseller === null || reseller.activity.nodes.length === 0 ? (
            <EmptyState kind="first" title={t("activity.none")} />
          ) : (
            <ActivityTimeline entries={reseller.activity.nodes} label={t("tab.activity")} />
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
