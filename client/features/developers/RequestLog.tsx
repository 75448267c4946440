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
import { SearchField } from "../../ui/SearchField.tsx";
import { TimeText } from "../../ui/TimeText.tsx";
import {
  ProgramRequestsDocument,
  type ProgramRequestsQuery,
  type ProgramViewFragment,
} from "./developers.generated.ts";
import classes from "./Developers.module.css";

type Outcome = "" | "failed" | "done";
type Row = ProgramRequestsQuery["apiRequests"]["nodes"][number];

interface RequestFilters {
  /** Ids, and the name of an operation in its own letters; empty: whichever. */
  readonly program: string;
  readonly key: string;
  readonly operation: string;
  readonly outcome: Outcome;
}

interface RequestLogProps {
  readonly programs: readonly ProgramViewFragment[];
  readonly filters: RequestFilters;
  readonly onChange: (change: Partial<RequestFilters>) => void;
}

/** What programs asked in the last thirty days, newest first; never with which values. */
export function RequestLog({ programs, filters, onChange }: RequestLogProps) {
  const { t } = useTranslation("developers");
  const columns = useColumns();
  const { program, key, operation, outcome } = filters;
  const filter = {
    clientId: program || null,
    keyId: key || null,
    operation: operation || null,
    hasFailed: outcome === "" ? null : outcome === "failed",
  };
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
      <Filters programs={programs} filters={filters} onChange={onChange} />
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

function Filters({ programs, filters, onChange }: RequestLogProps) {
  const { t } = useTranslation("developers");
  const { program, key, operation, outcome } = filters;
  const keys = programs.filter(({ id }) => program === "" || id === program).flatMap((each) => each.keys);
  return (
    <div className={classes.filters}>
      <NativeSelect
        label={t("log.program")}
        value={program}
        onChange={(event) => onChange({ program: event.currentTarget.value, key: "" })}
        data={[{ value: "", label: t("log.all") }, ...programs.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t("log.key")}
        value={key}
        onChange={(event) => onChange({ key: event.currentTarget.value })}
        data={[{ value: "", label: t("log.allKeys") }, ...keys.map(({ id, prefix }) => ({ value: id, label: prefix }))]}
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
      <SearchField
        value={operation}
        onChange={(next) => onChange({ operation: next.trim() })}
        label={t("log.operation")}
        placeholder={t("log.operationHint")}
        clearLabel={t("log.clear")}
      />
    </div>
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
    {
      key: "key",
      header: t("log.key"),
      hideOnPhone: true,
      cell: ({ key }) => (key === null ? "" : <code>{key.prefix}</code>),
    },
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
