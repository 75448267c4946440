import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useViewer } from "../../api/viewer.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { MoreRows } from "../../ui/MoreRows.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Granted } from "./Granted.tsx";
import { PortalServicesDocument } from "./portal.generated.ts";
import { ServiceRows } from "./ServiceRows.tsx";

export function PortalServicesPage() {
  // With all words of the page at once: a part that waits for its own would take the heading, and its focus, away for a moment.
  const { t } = useTranslation(["portal", "words", "rows"]);
  return (
    <Granted by="service.view" title={t("menu.services")}>
      <PageHeader title={t("menu.services")} />
      <All />
    </Granted>
  );
}

function All() {
  const { t } = useTranslation(["portal", "rows"]);
  const { reseller } = useViewer();
  const result = useQuery(PortalServicesDocument, {
    variables: { first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const { hasMore, isLoadingMore, onMore } = pagesOf(result, result.data?.services.pageInfo);
  return (
    <QueryState result={result}>
      {({ services: { nodes, totalCount } }) =>
        nodes.length === 0 ? (
          <EmptyState kind="first" title={t("services.none")}>
            {t("services.noneText", { reseller: reseller.name })}
          </EmptyState>
        ) : (
          <Panel title={t("services.all")} count={totalCount.value} padded={false}>
            <ServiceRows services={nodes} label={t("services.all")} />
            {hasMore && (
              <MoreRows
                isLoading={isLoadingMore}
                onMore={onMore}
                labels={{ more: t("rows:more"), loading: t("rows:loading") }}
              />
            )}
          </Panel>
        )
      }
    </QueryState>
  );
}
