import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { resellerStates } from "@tierline/shared/reseller-state.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useViewer } from "../../api/viewer.tsx";
import { renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { isAsked, listState, listVariables, statesOf, type ListState } from "./list-state.ts";
import classes from "./Resellers.module.css";
import { ResellerListDocument } from "./resellers.generated.ts";
import { useResellerColumns } from "./use-reseller-columns.tsx";

interface ResellerTreeProps {
  readonly caption: string;
  /** The reseller at the top of it; one's own without one. */
  readonly top?: { readonly id: string; readonly depth: number };
  readonly hasPageKeys?: boolean;
}

/** Resellers with their search and states, which stand in the address. */
export function ResellerTree({ caption, top, hasPageKeys = false }: ResellerTreeProps) {
  const { t } = useTranslation(["resellers", "rows"]);
  const [state, setState] = useUrlState(listState);
  const reseller = useReseller();
  const { tierPath } = useViewer();
  const result = useQuery(ResellerListDocument, {
    variables: { ...listVariables(state, top?.id), first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  // While the next answer is on its way the last one stays, but it does not hide an error.
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  const columns = useResellerColumns({ topDepth: isAsked(state) ? null : (top?.depth ?? tierPath.length) });
  return (
    <div className={classes.box}>
      <Toolbar state={state} onChange={setState} />
      <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
        {({ resellers: { nodes, pageInfo, totalCount } }) => (
          <DataGrid
            {...pagesOf(result, pageInfo)}
            columns={columns}
            rows={nodes}
            rowKey={({ id }) => id}
            rowHref={({ id }) => path.resellerNode(reseller, id)}
            renderLink={renderLink}
            caption={caption}
            empty={<NothingFits onReset={() => setState({ search: "", state: "" })} />}
            {...(!totalCount.isEstimate && { total: totalCount.value })}
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            hasPageKeys={hasPageKeys}
          />
        )}
      </QueryState>
    </div>
  );
}

function Toolbar({ state, onChange }: { state: ListState; onChange: (change: Partial<ListState>) => void }) {
  const { t } = useTranslation("resellers");
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
        label={t("list.states")}
        isMultiple
        value={statesOf(state)}
        onChange={(states) => onChange({ state: states.join(",") })}
        options={resellerStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </div>
  );
}

/** One's own reseller is always there, so that an empty tree is one that was searched. */
function NothingFits({ onReset }: { onReset: () => void }) {
  const { t } = useTranslation("resellers");
  return (
    <EmptyState
      kind="filtered"
      title={t("none.title")}
      action={
        <Button variant="default" onClick={onReset}>
          {t("none.reset")}
        </Button>
      }
    >
      {t("none.text")}
    </EmptyState>
  );
}
