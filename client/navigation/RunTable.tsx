import { isFinished } from "@tierline/shared/run-state.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { serverClock } from "../api/server-clock.ts";
import type { RunSummaryFragment } from "../api/shared-rows.generated.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid, type DataGridProps } from "../ui/DataGrid.tsx";
import { DurationText } from "../ui/DurationText.tsx";
import type { GridColumn } from "../ui/grid-column.ts";
import { railState } from "../ui/rail-state.ts";
import { RailDots } from "../ui/RailDots.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { stateTone } from "../ui/state-tone.ts";
import { StateDot } from "../ui/StateDot.tsx";
import { useNow } from "../ui/use-now.ts";
import { renderLink } from "./AppLink.tsx";
import { OwnerPath, useIsAnyBelow } from "./OwnerPath.tsx";
import { path } from "./path.ts";
import { useReseller } from "./use-place.ts";

type Paging = Pick<DataGridProps<RunSummaryFragment>, "hasMore" | "onMore" | "isLoadingMore" | "isLoading" | "total">;

interface RunTableProps extends Paging {
  readonly runs: readonly RunSummaryFragment[];
  readonly caption: string;
  readonly empty: ReactNode;
  /** Columns that the page around says already, or has no room for. */
  readonly hides?: readonly ("customer" | "owner" | "started")[];
}

const none: readonly never[] = [];

/** Runs as rows: the rail in the height of a line, and a clock while one runs. */
export function RunTable({ runs, caption, empty, hides = none, ...paging }: RunTableProps) {
  const { t } = useTranslation("rows");
  const reseller = useReseller();
  const columns = useColumns(hides.includes("customer"));
  const hidden: readonly string[] = useIsAnyBelow()(runs) ? hides : [...hides, "owner"];
  return (
    <DataGrid
      {...paging}
      columns={columns.filter(({ key }) => !hidden.includes(key))}
      rows={runs}
      rowKey={({ id }) => id}
      rowHref={({ id }) => path.run(reseller, id)}
      renderLink={renderLink}
      caption={caption}
      empty={empty}
      labels={{ more: t("more"), loading: t("loading") }}
    />
  );
}

/** Who a run is for stands on a phone's card; where the page is about one customer, what it is about does. */
function useColumns(isOneCustomer: boolean): GridColumn<RunSummaryFragment>[] {
  const { t } = useTranslation("rows");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  return [
    { key: "number", header: t("run.number"), cell: ({ number }) => number, isPrimary: true, width: 64 },
    {
      key: "title",
      header: t("run.title"),
      // Of an order the customer has a column of their own; only a run without one has to say all in its title.
      cell: ({ order, title }) => order?.offering.name ?? title,
      ...(isOneCustomer ? { phonePlace: "start" } : { hideOnPhone: true }),
    },
    { key: "customer", header: t("run.customer"), cell: ({ customer }) => customer?.label ?? "–", phonePlace: "start" },
    {
      key: "owner",
      header: t("run.owner"),
      cell: ({ tierPath }) => <OwnerPath tierPath={tierPath} />,
      hideOnPhone: true,
    },
    { key: "tasks", header: t("run.tasks"), cell: (run) => <Tasks run={run} />, hideOnPhone: true },
    { key: "state", header: t("run.state"), cell: (run) => <State run={run} />, phonePlace: "topEnd" },
    {
      key: "started",
      header: t("run.started"),
      cell: ({ queuedAt }) => (
        <RelativeTime value={queuedAt} locale={locale} timeZone={timeZone} serverOffsetMs={serverClock.offsetMs} />
      ),
      hideOnPhone: true,
    },
    { key: "time", header: t("run.time"), cell: (run) => <Elapsed run={run} />, align: "end", phonePlace: "end" },
  ];
}

function Tasks({ run }: { run: RunSummaryFragment }) {
  const { t } = useTranslation("rows");
  const isOver = isFinished(run.state);
  return (
    <RailDots
      states={run.tasks.map(({ state }) => railState(state, isOver))}
      label={t("run.tasksDone", { done: run.completedTasks, total: run.totalTasks })}
    />
  );
}

function State({ run }: { run: RunSummaryFragment }) {
  return <StateDot tone={stateTone("run", run.state)}>{useStateWords(run)}</StateDot>;
}

/** A run that runs says how far it is, one that failed where. */
function useStateWords({ state, tasks, error, completedTasks: done, totalTasks: total }: RunSummaryFragment): string {
  const { t } = useTranslation(["rows", "words"]);
  if (state === "RUNNING") {
    const isRetrying = tasks.some((task) => task.state === "RETRYING");
    return isRetrying ? t("run.retrying", { done, total }) : t("run.running", { done, total });
  }
  const failed = tasks.findIndex(({ key }) => key === error?.taskKey);
  if (state === "FAILED" && failed !== -1) return t("run.failedAt", { number: failed + 1 });
  return t(`words:run.${state}`);
}

function Elapsed({ run: { startedAt, finishedAt } }: { run: RunSummaryFragment }) {
  const locale = useLocale();
  const now = useNow(1_000, serverClock.offsetMs, startedAt === null || finishedAt !== null);
  if (startedAt === null) return "–";
  const end = finishedAt === null ? now : Date.parse(finishedAt);
  const ms = end - Date.parse(startedAt);
  return <DurationText ms={ms} locale={locale} form={finishedAt === null ? "clock" : "compact"} />;
}
