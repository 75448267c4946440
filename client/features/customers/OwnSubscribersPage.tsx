import { useQuery } from "@apollo/client/react";
import { Stack } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { ClosedPart } from "../../navigation/ClosedPart.tsx";
import { NotFound } from "../../navigation/NotFound.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { PackageRows } from "./PackageRows.tsx";
import { usePersonColumns } from "./person-columns.tsx";
import { OwnPackagesDocument, OwnSubscribersDocument, type PersonFieldsFragment } from "./subscribers.generated.ts";

/** In the portal: what a customer may give to its people, and who has what. It is changed by whoever serves the customer. */
export function OwnSubscribersPage() {
  const { t } = useTranslation(["portal", "subscribers", "rows"]);
  const isOpen = useViewer().permissions.includes("subscriber.view");
  return (
    <>
      <PageHeader
        title={t("account.subscribers.title")}
        crumb={<AppLink href={path.portalAccount()}>{t("menu.account")}</AppLink>}
      />
      {isOpen ? <Own /> : <ClosedPart />}
    </>
  );
}

function Own() {
  const { t } = useTranslation(["subscribers", "rows"]);
  const { reseller } = useViewer();
  const columns = useColumns();
  const packages = useQuery(OwnPackagesDocument, { fetchPolicy: "cache-and-network" });
  const people = useQuery(OwnSubscribersDocument, {
    variables: { first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  return (
    <Stack gap="md">
      <QueryState result={packages}>
        {({ viewer }) =>
          viewer?.customer == null ? (
            <NotFound />
          ) : (
            <Panel title={t("packages")} padded={false}>
              <PackageRows rows={viewer.customer.packages} />
            </Panel>
          )
        }
      </QueryState>
      <QueryState result={people}>
        {({ subscribers: { nodes, totalCount, pageInfo } }) => (
          <Panel title={t("title")} padded={false} count={totalCount.value}>
            <DataGrid
              {...pagesOf(people, pageInfo)}
              columns={columns}
              rows={nodes}
              rowKey={({ id }) => id}
              caption={t("title")}
              empty={
                <EmptyState kind="first" title={t("none")}>
                  {t("ownNone", { reseller: reseller.name })}
                </EmptyState>
              }
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            />
          </Panel>
        )}
      </QueryState>
    </Stack>
  );
}

function useColumns(): GridColumn<PersonFieldsFragment>[] {
  const { t } = useTranslation("subscribers");
  return [
    ...usePersonColumns(),
    {
      key: "state",
      header: t("state"),
      phonePlace: "start",
      cell: ({ state }) => <StateDot tone={stateTone("subscriber", state)}>{t(`states.${state}`)}</StateDot>,
    },
  ];
}
