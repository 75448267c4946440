import { useQuery } from "@apollo/client/react";
import { Button, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { Panel } from "../../ui/Panel.tsx";
import { TimeText } from "../../ui/TimeText.tsx";
import {
  ProgramRequestsDocument,
  type ProgramRequestsQuery,
  type ProgramViewFragment,
} from "./developers.generated.ts";
import classes from "./Developers.module.css";

type Outcome = "" | "failed" | "done";
type Row = ProgramRequestsQuery["apiRequests"]["nodes"][number];

interface RequestLogProps {
  readonly programs: readonly ProgramViewFragment[];
  readonly program: string;
  readonly outcome: Outcome;
  readonly onChange: (change: { program?: string; outcome?: Outcome }) => void;
}

/** What programs asked in the last thirty days, newest first; never with which values. */
export function RequestLog({ programs, program, outcome, onChange }: RequestLogProps) {
  const { t } = useTranslation("developers");
  const columns = useColumns();
  const filter = { clientId: program || null, hasFailed: outcome === "" ? null : outcome === "failed" };
  const result = useQuery(ProgramRequestsDocument, {
    variables: { filter },
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  return (
    <Panel
      title={t("log.title")}
      aside={
        <Button variant="default" size="xs" onClick={() => void result.refetch()}>
          {t("log.refresh")}
        </Button>
      }
    >
      <div className={classes.filters}>
        <NativeSelect
          label={t("log.program")}
          value={program}
          onChange={(event) => onChange({ program: event.currentTarget.value })}
          data={[{ value: "", label: t("log.all") }, ...programs.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <NativeSelect
          label={t("log.outcome")}
          value={outcome}
          onChange={(event) => onChange({ outcome: event.currentTarget.value as Outcome })} // one of the options below
          data={(["", "done", "failed"] as const).map((value) => ({
            value,
            label: t(`log.outcomes.${value || "all"}`),
          }))}
        />
      </div>
      <QueryState result={result} rows={4}>
        {({ apiRequests: { nodes, pageInfo } }) => (
          <DataGrid
            caption={t("log.title")}
            columns={columns}
            rows={nodes}
            rowKey={(row) => row.id}
            empty={<p className={classes.dim}>{t("log.none")}</p>}
            labels={{ more: t("log.more"), loading: t("log.loading") }}
            {...pagesOf(result, pageInfo)}
          />
        )}
      </QueryState>
    </Panel>
  );
}

function useColumns(): GridColumn<Row>[] {
  const { t } = useTranslation("developers");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  return [
    {
      key: "at",
      header: t("log.at"),
      isPrimary: true,
      cell: ({ at }) => <TimeText value={at} locale={locale} timeZone={timeZone} withDate />,
    },
    { key: "program", header: t("log.program"), cell: ({ client }) => client?.name ?? "" },
    { key: "operation", header: t("log.operation"), cell: ({ operation, kind }) => operation ?? kind ?? "" },
    { key: "answer", header: t("log.answer"), cell: ({ status, codes }) => [status, ...codes].join(" ") },
    {
      key: "cost",
      header: t("log.cost"),
      align: "end",
      hideOnPhone: true,
      cell: ({ cost }) => formatNumber(cost, locale),
    },
    {
      key: "ms",
      header: t("log.ms"),
      align: "end",
      hideOnPhone: true,
      cell: ({ durationMs }) => formatNumber(durationMs, locale),
    },
    { key: "ip", header: t("log.ip"), hideOnPhone: true, cell: ({ ip }) => ip },
    { key: "id", header: t("log.id"), hideOnPhone: true, cell: ({ requestId }) => <code>{requestId}</code> },
  ];
}
