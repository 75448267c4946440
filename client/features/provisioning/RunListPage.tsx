import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { RunTable } from "../../navigation/RunTable.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { hasFilters, noFilters, runFilterOf, runListState, type RunListState } from "./run-list-state.ts";
import { RunListToolbar } from "./RunListToolbar.tsx";
import classes from "./RunListPage.module.css";
import { RunListDocument, type RunListQuery } from "./runs.generated.ts";

type Runs = RunListQuery["provisioningRuns"];

const pollMs = 5_000;

/** All runs of the tier, newest first, with what stopped them in groups (F10). */
export function RunListPage() {
  const { t } = useTranslation(["runs", "rows"]);
  const [state, setState] = useUrlState(runListState);
  const { result, data } = useRunList(state);
  return (
    <>
      <PageHeader title={t("runs")} beside={data && <Total {...data.provisioningRuns.totalCount} />} />
      <div className={classes.box}>
        <RunListToolbar state={state} groups={data?.provisioningRuns.errorGroups ?? []} onChange={setState} />
        <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
          {({ provisioningRuns: { nodes, pageInfo, totalCount } }) => (
            <RunTable
              {...pagesOf(result, pageInfo)}
              // Asked again every few seconds: what stands there is not loading then.
              isLoading={result.loading && result.data === undefined}
              runs={nodes}
              caption={t("runs")}
              empty={<NoRuns isFiltered={hasFilters(state)} onReset={() => setState(noFilters)} />}
              {...(!totalCount.isEstimate && { total: totalCount.value })}
            />
          )}
        </QueryState>
      </div>
    </>
  );
}

/** Kept current while one looks at it; not when more pages were loaded, for asking again begins at the first. */
function useRunList(state: RunListState) {
  const result = useQuery(RunListDocument, {
    variables: { filter: runFilterOf(state), first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
    skipPollAttempt: (): boolean => document.hidden || shown > pageSizeDefault,
    pollInterval: pollMs,
  });
  // While the next answer is on its way the last one stays, but it does not hide an error.
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  const shown = data?.provisioningRuns.nodes.length ?? 0;
  return { result, data };
}

function Total({ value, isEstimate }: Runs["totalCount"]) {
  const { t } = useTranslation("runs");
  const number = formatNumber(value, useLocale());
  return <span>{isEstimate ? t("list.about", { number }) : number}</span>;
}

function NoRuns({ isFiltered, onReset }: { isFiltered: boolean; onReset: () => void }) {
  const { t } = useTranslation("runs");
  const reseller = useReseller();
  if (!isFiltered) {
    return (
      <EmptyState
        kind="first"
        title={t("list.none")}
        action={<AppLink href={path.assign(reseller)}>{t("list.assign")}</AppLink>}
      >
        {t("list.noneText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="filtered"
      title={t("list.noMatch")}
      action={
        <Button variant="default" size="xs" onClick={onReset}>
          {t("list.reset")}
        </Button>
      }
    />
  );
}
