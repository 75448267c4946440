import { useQuery } from "@apollo/client/react";
import { Tabs } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { serviceTabs, type ServiceTab } from "@tierline/shared/service-state.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { formatNumber } from "../../ui/format.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { AddServiceButton } from "./AddServiceButton.tsx";
import { listState, listVariables, serviceTypes, typesOf, type ListState } from "./list-state.ts";
import { NoServices } from "./NoServices.tsx";
import { ServiceListDocument, type ServiceListQuery } from "./service-list.generated.ts";
import classes from "./ServiceListPage.module.css";
import { useServiceColumns } from "./use-service-columns.tsx";

type Services = ServiceListQuery["services"];
type Change = (change: Partial<ListState>) => void;

/** All services of the tier and below, by state (OX6). */
export function ServiceListPage() {
  // With all words of the page at once: a part that waits for its own would take the whole page away for a moment.
  const { t } = useTranslation(["services", "rows"]);
  const [state, setState] = useUrlState(listState);
  const result = useQuery(ServiceListDocument, {
    variables: { ...listVariables(state), first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  // While the next answer is on its way the last one stays, but it does not hide an error.
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  return (
    <>
      <PageHeader title={t("list.title")} actions={<AddServiceButton />} />
      <Tabs value={state.tab} onChange={(tab) => setState({ tab: (tab ?? "ACTIVE") as ServiceTab }, { push: true })}>
        <StateTabs counts={data?.services.tabCounts ?? []} />
        <Tabs.Panel value={state.tab} className={classes.box ?? ""}>
          <Toolbar state={state} onChange={setState} />
          <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
            {({ services }) => (
              <Rows services={services} paging={pagesOf(result, services.pageInfo)} state={state} onChange={setState} />
            )}
          </QueryState>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** The counts are the server's, over the whole list with its search and types, not over the rows at hand. */
function StateTabs({ counts }: { counts: Services["tabCounts"] }) {
  const { t } = useTranslation("services");
  const locale = useLocale();
  return (
    <Tabs.List className={classes.tabs ?? ""}>
      {serviceTabs.map((tab) => {
        const count = counts.find((each) => each.tab === tab)?.count;
        return (
          <Tabs.Tab key={tab} value={tab}>
            {t(`tab.${tab}`)}{" "}
            {count !== undefined && <span className={classes.count}>{formatNumber(count, locale)}</span>}
          </Tabs.Tab>
        );
      })}
    </Tabs.List>
  );
}

function Toolbar({ state, onChange }: { state: ListState; onChange: Change }) {
  const { t } = useTranslation(["services", "words"]);
  return (
    <div className={classes.toolbar}>
      <div className={classes.search}>
        <SearchField
          value={state.search}
          onChange={(search) => onChange({ search })}
          label={t("list.search")}
          placeholder={t("list.placeholder")}
          clearLabel={t("list.clear")}
        />
      </div>
      <FilterChips
        label={t("list.types")}
        isMultiple
        value={typesOf(state)}
        onChange={(types) => onChange({ type: types.join(",") })}
        options={serviceTypes.map((value) => ({ value, label: t(`words:serviceType.${value}`) }))}
      />
    </div>
  );
}

interface RowsProps {
  readonly services: Services;
  readonly paging: ReturnType<typeof pagesOf>;
  readonly state: ListState;
  readonly onChange: Change;
}

function Rows({ services: { nodes, totalCount, tabCounts }, paging, state, onChange }: RowsProps) {
  const { t } = useTranslation(["services", "rows"]);
  const reseller = useReseller();
  const elsewhere = tabCounts.find(({ tab }) => tab === "ALL")?.count ?? 0;
  return (
    <DataGrid
      {...paging}
      columns={useServiceColumns(nodes)}
      rows={nodes}
      rowKey={({ id }) => id}
      rowHref={({ id }) => path.service(reseller, id)}
      renderLink={renderLink}
      caption={t("list.title")}
      empty={<NoServices state={state} elsewhere={elsewhere} onChange={onChange} />}
      {...(!totalCount.isEstimate && { total: totalCount.value })}
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      hasPageKeys
    />
  );
}
