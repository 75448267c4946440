import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { screeningCaseStates, type ScreeningCaseState } from "@tierline/shared/screening.ts";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { pagesOf } from "../../api/pages-of.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { choice } from "../../navigation/url-parts.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { ScreeningCaseListDocument, ScreeningFiguresDocument, type CaseRowFragment } from "./screening.generated.ts";
import classes from "./Screening.module.css";

const shown = ["UNDECIDED", "OVERDUE", "NON_COMPLIANT", "DEACTIVATED", "ALL"] as const;
type Shown = (typeof shown)[number];
const listState = z.object({ show: choice(shown, "UNDECIDED") });
const pollMs = 15_000;

function filterOf(show: Shown): { state: ScreeningCaseState[]; isOverdue?: boolean } {
  if (show === "ALL") return { state: [...screeningCaseStates] };
  if (show === "OVERDUE") return { state: ["OPEN", "CONFIRMING"], isOverdue: true };
  return { state: show === "UNDECIDED" ? ["OPEN", "CONFIRMING"] : [show] };
}

/** Potential matches that people decide, those that wait the longest first. */
export function ScreeningQueuePage() {
  const { t } = useTranslation(["screening", "rows"]);
  const locale = useLocale();
  const reseller = useReseller();
  const canImport = useCan("screening.import").isAllowed;
  const [{ show }, setState] = useUrlState(listState);
  const result = useQuery(ScreeningCaseListDocument, {
    variables: { filter: filterOf(show), first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
    pollInterval: pollMs,
  });
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        beside={data && <span>{formatNumber(data.screeningCases.totalCount.value, locale)}</span>}
        actions={
          canImport && (
            <Button component={AppLink} href={path.screeningLists(reseller)} variant="default">
              {t("toLists")}
            </Button>
          )
        }
      />
      <Figures />
      <div className={classes.box}>
        <div className={classes.toolbar}>
          <SegmentedChoice
            label={t("column.state")}
            value={show}
            onChange={(next) => setState({ show: next })}
            options={shown.map((value) => ({ value, label: t(`show.${value}`) }))}
          />
        </div>
        <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
          {({ screeningCases: { nodes, pageInfo, totalCount } }) => (
            <Cases cases={nodes} total={totalCount.value} isAll={show === "ALL"} {...pagesOf(result, pageInfo)} />
          )}
        </QueryState>
      </div>
    </>
  );
}

/** C19: how many wait, how many for too long, and how long it usually takes. */
function Figures() {
  const { t } = useTranslation("screening");
  const { data } = useQuery(ScreeningFiguresDocument, { fetchPolicy: "cache-and-network", pollInterval: pollMs });
  if (data === undefined) return null;
  const { undecided, overdue, medianMinutes } = data.screeningFigures;
  const parts = [t("figures.undecided", { count: undecided }), t("figures.overdue", { count: overdue })];
  if (medianMinutes !== null) parts.push(t("figures.median", { count: medianMinutes }));
  return <p className={classes.figures}>{parts.join(" · ")}</p>;
}

interface CasesProps extends ReturnType<typeof pagesOf> {
  readonly cases: readonly CaseRowFragment[];
  readonly total: number;
  readonly isAll: boolean;
}

function Cases({ cases, total, isAll, ...paging }: CasesProps) {
  const { t } = useTranslation(["screening", "rows"]);
  const locale = useLocale();
  const reseller = useReseller();
  const { timeZone } = useViewer().reseller;
  const columns: GridColumn<CaseRowFragment>[] = [
    { key: "customer", header: t("column.customer"), cell: ({ customer }) => customer.label, isPrimary: true },
    {
      key: "reseller",
      header: t("column.reseller"),
      cell: ({ tierPath }) => tierPath.at(-1)?.name ?? "–",
      phonePlace: "start",
    },
    { key: "owner", header: t("column.owner"), cell: ({ owner }) => owner ?? "–", hideOnPhone: true },
    {
      key: "score",
      header: t("column.score"),
      align: "end",
      cell: ({ score }) => formatNumber(score / 10, locale),
      hideOnPhone: true,
    },
    {
      key: "state",
      header: t("column.state"),
      cell: (each) => <CaseState {...each} />,
      phonePlace: "topEnd",
    },
    {
      key: "openedAt",
      header: t("column.openedAt"),
      align: "end",
      cell: ({ openedAt }) => <RelativeTime value={openedAt} locale={locale} timeZone={timeZone} />,
      phonePlace: "end",
    },
  ];
  return (
    <DataGrid<CaseRowFragment>
      {...paging}
      columns={columns}
      rows={cases}
      rowKey={({ id }) => id}
      rowHref={({ id }) => path.screeningCase(reseller, id)}
      renderLink={renderLink}
      caption={t("title")}
      empty={<EmptyState kind={isAll ? "first" : "filtered"} title={t("none")} />}
      total={total}
      hasPageKeys
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}

export function CaseState({ state, isOverdue }: Pick<CaseRowFragment, "state" | "isOverdue">) {
  const { t } = useTranslation("screening");
  return (
    <StateDot tone={isOverdue ? "bad" : stateTone("screeningCase", state)}>
      {isOverdue ? t("overdue", { state: t(`state.${state}`) }) : t(`state.${state}`)}
    </StateDot>
  );
}
