import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { apiLimitKeys, type ApiLimitKey } from "@tierline/shared/api-limits.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { Panel } from "../../ui/Panel.tsx";
import { DeveloperPage } from "./DeveloperPage.tsx";
import { ApiLimitsDocument, ProgramPacesDocument, type ProgramPacesQuery } from "./developers.generated.ts";
import classes from "./Developers.module.css";

type Limits = Readonly<Record<ApiLimitKey, number>>;
type Row = ProgramPacesQuery["apiClients"]["nodes"][number];

/** What the API accepts, what each program has left of it, and what an operation costs. */
export function LimitsPage() {
  const { t } = useTranslation("api-limits");
  return (
    <DeveloperPage page="limits" title={t("title")} description={t("description")}>
      <Content />
    </DeveloperPage>
  );
}

function Content() {
  const result = useQuery(ApiLimitsDocument);
  return (
    <QueryState result={result} rows={8}>
      {({ apiLimits }) => (
        <>
          <Paces points={apiLimits.points} />
          <Cost limits={apiLimits} />
          <Groups limits={apiLimits} />
        </>
      )}
    </QueryState>
  );
}

/** What is left at this moment, so it is asked anew each time the page is opened. */
function Paces({ points }: { points: number }) {
  const { t } = useTranslation("api-limits");
  const columns = useColumns(points);
  const result = useQuery(ProgramPacesDocument, { fetchPolicy: "network-only", notifyOnNetworkStatusChange: true });
  return (
    <Panel
      title={t("paces.title")}
      aside={
        <Button variant="default" size="xs" onClick={() => void result.refetch()}>
          {t("paces.refresh")}
        </Button>
      }
    >
      <p className={classes.dim}>{t("paces.hint")}</p>
      <QueryState result={result} rows={3}>
        {({ apiClients: { nodes } }) => (
          <DataGrid
            caption={t("paces.title")}
            columns={columns}
            rows={nodes}
            rowKey={({ id }) => id}
            empty={<p className={classes.dim}>{t("paces.none")}</p>}
            labels={{ more: "", loading: t("paces.loading") }}
          />
        )}
      </QueryState>
    </Panel>
  );
}

function useColumns(points: number): GridColumn<Row>[] {
  const { t } = useTranslation("api-limits");
  const locale = useLocale();
  const of = (left: number, all: number): string =>
    t("paces.of", { left: formatNumber(left, locale), all: formatNumber(all, locale) });
  return [
    { key: "program", header: t("paces.program"), isPrimary: true, cell: ({ name }) => name },
    {
      key: "requests",
      header: t("paces.requests"),
      align: "end",
      cell: ({ left, requestsPerMinute }) => of(left.requests, requestsPerMinute),
    },
    { key: "points", header: t("paces.points"), align: "end", cell: ({ left }) => of(left.points, points) },
  ];
}

/** As the guide's example, which a test counts. */
const example = { query: "{ customers(first: 50) { nodes { id reseller { name } } } }", points: 51 };

function Cost({ limits: { cost, points, pointsPerSecond } }: { limits: Limits }) {
  const { t } = useTranslation("api-limits");
  const answer = {
    extensions: {
      cost: {
        requested: example.points,
        limit: cost,
        remaining: points - example.points,
        restoredPerSecond: pointsPerSecond,
      },
    },
  };
  return (
    <Panel title={t("cost.title")}>
      <div className={classes.form}>
        <p>{t("cost.rule")}</p>
        <CodeBlock code={example.query} label={t("cost.query")} />
        <p>{t("cost.told", { count: example.points })}</p>
        <CodeBlock code={JSON.stringify(answer, null, 2)} label={t("cost.answer")} />
      </div>
    </Panel>
  );
}

const documents: readonly ApiLimitKey[] = [
  "tokens",
  "depth",
  "aliases",
  "directives",
  "selections",
  "queryRoots",
  "mutationRoots",
];
const size: readonly ApiLimitKey[] = ["requestBytes", "frameBytes", "pageSize", "nodes", "cost", "errors"];
const pace: readonly ApiLimitKey[] = [
  "requestsPerMinute",
  "points",
  "pointsPerSecond",
  "resellerShares",
  "wrongKeysPerMinute",
  "signInsPerAccount",
  "signInsPerAddress",
  "auditExportsPerMinute",
];
const sockets: readonly ApiLimitKey[] = ["socketsPerUser", "subscriptionsPerSocket", "socketMessagesPerMinute"];
const others = apiLimitKeys.filter((key) => ![...documents, ...size, ...pace, ...sockets].includes(key));
const groups = { document: documents, size, pace, sockets, others } as const;

function Groups({ limits }: { limits: Limits }) {
  const { t } = useTranslation("api-limits");
  const locale = useLocale();
  return (Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
    <Panel key={group} title={t(`group.${group}`)}>
      <Facts
        items={groups[group].map((key) => ({
          key,
          label: (
            <>
              {t(`limit.${key}`)} <code className={classes.dim}>{key}</code>
            </>
          ),
          value: formatNumber(limits[key], locale),
        }))}
      />
    </Panel>
  ));
}
