import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { serverClock } from "../../api/server-clock.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RailDots } from "../../ui/RailDots.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import classes from "./PlaybookPage.module.css";
import { PlaybookListDocument, type PlaybookRowFragment } from "./playbooks.generated.ts";

/** What the runs do: the playbooks, each with its newest version. */
export function PlaybookListPage() {
  const { t } = useTranslation(["playbooks", "rows"]);
  const reseller = useReseller();
  const columns = useColumns();
  const result = useQuery(PlaybookListDocument, {
    variables: { first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  return (
    <>
      <PageHeader title={t("title")} beside={result.data?.playbooks.totalCount.value} description={t("description")} />
      <div className={classes.box}>
        <QueryState result={result}>
          {({ playbooks: { nodes, pageInfo } }) => (
            <DataGrid
              {...pagesOf(result, pageInfo)}
              columns={columns}
              rows={nodes}
              rowKey={({ id }) => id}
              rowHref={({ key }) => path.playbook(reseller, key)}
              renderLink={renderLink}
              caption={t("title")}
              empty={<EmptyState kind="first" title={t("none")} />}
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
              hasPageKeys
            />
          )}
        </QueryState>
      </div>
    </>
  );
}

function useColumns(): GridColumn<PlaybookRowFragment>[] {
  const { t } = useTranslation("playbooks");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  return [
    { key: "title", header: t("column.title"), cell: ({ title }) => title, isPrimary: true },
    {
      key: "key",
      header: t("column.key"),
      cell: ({ key }) => <span className="tl-mono">{key}</span>,
      phonePlace: "start",
    },
    {
      key: "tasks",
      header: t("column.tasks"),
      cell: ({ latest: { tasks } }) => (
        <RailDots states={tasks.map(() => "pending" as const)} label={t("taskCount", { count: tasks.length })} />
      ),
      hideOnPhone: true,
    },
    {
      key: "offerings",
      header: t("column.offerings"),
      cell: ({ offeringCount }) => offeringCount,
      align: "end",
      phonePlace: "end",
    },
    {
      key: "version",
      header: t("column.version"),
      cell: ({ latestVersion }) => latestVersion,
      align: "end",
      phonePlace: "topEnd",
    },
    {
      key: "saved",
      header: t("column.saved"),
      cell: ({ latest }) => (
        <>
          <RelativeTime
            value={latest.createdAt}
            locale={locale}
            timeZone={timeZone}
            serverOffsetMs={serverClock.offsetMs}
          />{" "}
          <span className={classes.dim}>{latest.createdBy}</span>
        </>
      ),
      hideOnPhone: true,
    },
  ];
}
