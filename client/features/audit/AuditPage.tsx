import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { Permitted } from "../../navigation/Permitted.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { AuditEntryDialog } from "./AuditEntryDialog.tsx";
import { AuditTrailDocument } from "./audit.generated.ts";
import { auditFilterOf, auditState, exportHref, hasFilters, noFilters } from "./audit-state.ts";
import { AuditToolbar } from "./AuditToolbar.tsx";
import classes from "./Audit.module.css";
import { useAuditColumns } from "./use-audit-columns.tsx";

/** What was done and what was refused, in the viewer's tier and below, newest first. */
export function AuditPage() {
  const { t } = useTranslation(["audit", "rows"]);
  return (
    <Permitted by="audit.view" title={t("title")}>
      <Trail />
    </Permitted>
  );
}

function Trail() {
  const { t } = useTranslation(["audit", "rows"]);
  const [state, setState] = useUrlState(auditState);
  const filter = auditFilterOf(state, useViewer().reseller.timeZone);
  const columns = useAuditColumns();
  const result = useQuery(AuditTrailDocument, {
    variables: { filter, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  // While the next answer is on its way the last one stays, but it does not hide an error.
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  const open = data?.auditEntries.nodes.find(({ id }) => id === state.entry) ?? null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<ExportButton href={exportHref(filter, useReseller())} />}
      />
      <div className={classes.box}>
        <AuditToolbar state={state} onChange={setState} />
        <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
          {({ auditEntries: { nodes, pageInfo, searchedBackTo } }) => {
            const paging = pagesOf(result, pageInfo);
            const isPart = searchedBackTo !== null;
            return (
              <>
                <DataGrid
                  {...paging}
                  hasMore={paging.hasMore && !isPart}
                  columns={columns}
                  rows={nodes}
                  rowKey={({ id }) => id}
                  onRowOpen={({ id }) => setState({ entry: id }, { push: true })}
                  caption={t("title")}
                  empty={<Nothing isFiltered={hasFilters(state)} isPart={isPart} onReset={() => setState(noFilters)} />}
                  labels={{ more: t("rows:more"), loading: t("rows:loading") }}
                  hasPageKeys
                />
                {isPart && (
                  <SearchFurther to={searchedBackTo} isLoading={paging.isLoadingMore} onMore={paging.onMore} />
                )}
              </>
            );
          }}
        </QueryState>
      </div>
      {state.entry !== "" && (
        <AuditEntryDialog
          id={state.entry}
          known={open}
          onOnly={(change) => setState({ ...noFilters, ...change, entry: "" })}
          onClose={() => setState({ entry: "" })}
        />
      )}
    </>
  );
}

/** A link, because it is a file: the browser fetches it while one goes on. */
function ExportButton({ href }: { href: string }) {
  const { t } = useTranslation("audit");
  const can = useCan("audit.export");
  const icon = <IconDownload size={16} stroke={1.8} aria-hidden />;
  if (!can.isAllowed)
    return (
      <ReasonedButton variant="default" leftSection={icon} disabledReason={can.reason}>
        {t("export")}
      </ReasonedButton>
    );
  return (
    <Button component="a" href={href} download="audit.csv" variant="default" leftSection={icon}>
      {t("export")}
    </Button>
  );
}

interface NothingProps {
  readonly isFiltered: boolean;
  /** Whether there is more to be searched. */
  readonly isPart: boolean;
  readonly onReset: () => void;
}

function Nothing({ isFiltered, isPart, onReset }: NothingProps) {
  const { t } = useTranslation("audit");
  if (!isFiltered)
    return (
      <EmptyState kind="first" title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  return (
    <EmptyState
      kind="filtered"
      title={t(isPart ? "noMatchYet" : "noMatch")}
      action={
        <Button variant="default" size="xs" onClick={onReset}>
          {t("reset")}
        </Button>
      }
    />
  );
}

interface SearchFurtherProps {
  readonly to: string;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** No index knows what was asked for, so a part of the trail was read: it is said how far, and whoever wants more asks for it. */
function SearchFurther({ to, isLoading, onMore }: SearchFurtherProps) {
  const { t } = useTranslation("audit");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  return (
    <div className={classes.further}>
      <p role="status">{t("searchedBackTo", { time: formatDateTime(to, locale, { timeZone }) })}</p>
      <Button variant="default" size="xs" loading={isLoading} onClick={onMore}>
        {t("searchFurther")}
      </Button>
    </div>
  );
}
