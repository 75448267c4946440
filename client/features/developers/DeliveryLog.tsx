import { useQuery } from "@apollo/client/react";
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { TimeText } from "../../ui/TimeText.tsx";
import type { Delivery } from "./delivery.ts";
import { DeliveryDialog } from "./DeliveryDialog.tsx";
import classes from "./Developers.module.css";
import { ReplayRange } from "./ReplayRange.tsx";
import { DeliveriesDocument, type EndpointViewFragment } from "./webhooks.generated.ts";

type State = "" | "PENDING" | "DELIVERED" | "FAILED";

interface DeliveryLogProps {
  readonly endpoints: readonly EndpointViewFragment[];
  readonly endpoint: string;
  readonly state: State;
  readonly onChange: (change: { endpoint?: string; state?: State }) => void;
  /** Whether the dialog is open in which those of a time are sent again. */
  readonly isReplaying: boolean;
  readonly onReplay: (isOpen: boolean) => void;
}

const toneOf = { PENDING: "waiting", DELIVERED: "ok", FAILED: "bad" } as const;

/** What endpoints were sent in the last thirty days, newest first, and what they answered. */
export function DeliveryLog(props: DeliveryLogProps) {
  const { endpoints, endpoint, state, onChange, isReplaying, onReplay } = props;
  const { t } = useTranslation("webhooks");
  const [open, setOpen] = useState<Delivery | null>(null);
  const columns = useColumns();
  const can = useCan("api_key.manage");
  const mayNot = can.isAllowed ? (endpoints.length === 0 ? t("none") : null) : can.reason;
  const result = useQuery(DeliveriesDocument, {
    variables: { filter: { endpointId: endpoint || null, state: state || null } },
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  return (
    <Panel
      title={t("log.title")}
      aside={
        <span className={classes.end}>
          <ReasonedButton variant="default" size="xs" disabledReason={mayNot} onClick={() => onReplay(true)}>
            {t("range.open")}
          </ReasonedButton>
          <Button variant="default" size="xs" onClick={() => void result.refetch()}>
            {t("log.refresh")}
          </Button>
        </span>
      }
    >
      <div className={classes.filters}>
        <NativeSelect
          label={t("log.endpoint")}
          value={endpoint}
          onChange={(event) => onChange({ endpoint: event.currentTarget.value })}
          data={[{ value: "", label: t("log.all") }, ...endpoints.map(({ id, url }) => ({ value: id, label: url }))]}
        />
        <NativeSelect
          label={t("log.state")}
          value={state}
          onChange={(event) => onChange({ state: event.currentTarget.value as State })} // one of the options below
          data={(["", "PENDING", "DELIVERED", "FAILED"] as const).map((value) => ({
            value,
            label: t(`log.states.${value || "all"}`),
          }))}
        />
      </div>
      <QueryState result={result} rows={4}>
        {({ webhookDeliveries: { nodes, pageInfo } }) => (
          <DataGrid
            caption={t("log.title")}
            columns={columns}
            rows={nodes}
            rowKey={(row) => row.id}
            onRowOpen={setOpen}
            empty={<p className={classes.dim}>{t("log.none")}</p>}
            labels={{ more: t("log.more"), loading: t("log.loading") }}
            {...pagesOf(result, pageInfo)}
          />
        )}
      </QueryState>
      {isReplaying && endpoints.length > 0 && (
        <ReplayRange
          endpoints={endpoints}
          endpoint={endpoint}
          onClose={() => onReplay(false)}
          onSent={() => void result.refetch()}
        />
      )}
      {open !== null && (
        <DeliveryDialog delivery={open} onClose={() => setOpen(null)} onReplayed={() => void result.refetch()} />
      )}
    </Panel>
  );
}

function useColumns(): GridColumn<Delivery>[] {
  const { t } = useTranslation("webhooks");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  return [
    { key: "type", header: t("log.event"), isPrimary: true, cell: ({ type }) => type },
    {
      key: "at",
      header: t("log.at"),
      cell: ({ createdAt }) => <TimeText value={createdAt} locale={locale} timeZone={timeZone} withDate />,
    },
    {
      key: "state",
      header: t("log.state"),
      cell: (row) => <StateDot tone={toneOf[row.state]}>{t(`log.states.${row.state}`)}</StateDot>,
    },
    {
      key: "answer",
      header: t("log.answer"),
      cell: ({ attempts: [last] }) => (last === undefined ? "" : (last.status ?? last.failure ?? "")),
    },
    {
      key: "endpoint",
      header: t("log.endpoint"),
      hideOnPhone: true,
      cell: (row) => <span className={classes.address}>{row.endpoint?.url ?? ""}</span>,
    },
  ];
}
