import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { waitingChargesMax } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../api/viewer.tsx";
import { WaitingChargesDocument, type WaitingChargeRowFragment } from "../api/waiting-charges.generated.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { formatDate } from "../ui/format.ts";
import type { GridColumn } from "../ui/grid-column.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ReasonedButton } from "../ui/ReasonedButton.tsx";
import { ActionsHead } from "./ActionsHead.tsx";
import { renderLink } from "./AppLink.tsx";
import { SettleWaiting, type Settling } from "./SettleWaiting.tsx";

interface WaitingChargesProps {
  /** Of one customer; of everybody the reseller sells to where nobody is named. */
  readonly customerId?: string;
  readonly onSettled?: () => void;
}

/** What was missed in an outage and waits for somebody to say whether it is charged (D8). Not there while nothing waits. */
export function WaitingCharges({ customerId, onSettled }: WaitingChargesProps) {
  const { t } = useTranslation(["billing", "rows"]);
  const can = useCan("balance.view");
  const may = useCan("balance.change");
  const [settling, setSettling] = useState<Settling | null>(null);
  const result = useQuery(WaitingChargesDocument, {
    variables: { customerId: customerId ?? null, first: waitingChargesMax },
    fetchPolicy: "cache-and-network",
    skip: !can.isAllowed,
  });
  const columns = useColumns(customerId === undefined, may.reason, setSettling);
  const rows = result.data?.waitingCharges.nodes ?? [];
  if (rows.length === 0) return null;
  const ofAll = (decision: Settling["decision"], label: string) => (
    <ReasonedButton
      key={decision}
      variant="default"
      size="xs"
      disabledReason={may.reason}
      onClick={() => setSettling({ decision, rows })}
    >
      {label}
    </ReasonedButton>
  );
  const done = () => {
    void result.refetch();
    onSettled?.();
  };
  return (
    <Panel
      title={t("waiting.title")}
      padded={false}
      aside={
        rows.length > 1 ? [ofAll("CHARGE", t("waiting.chargeAll")), ofAll("WAIVE", t("waiting.waiveAll"))] : undefined
      }
      footer={<p>{t("waiting.text")}</p>}
    >
      <DataGrid<WaitingChargeRowFragment>
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        renderLink={renderLink}
        caption={t("waiting.title")}
        empty={null}
        labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      />
      {settling !== null && <SettleWaiting {...settling} onClose={() => setSettling(null)} onDone={done} />}
    </Panel>
  );
}

function useColumns(
  isOfAll: boolean,
  disabledReason: string | null,
  onSettle: (settling: Settling) => void,
): GridColumn<WaitingChargeRowFragment>[] {
  const { t } = useTranslation("billing");
  const locale = useLocale();
  const day = (value: string) => formatDate(value, locale);
  return [
    { key: "description", header: t("column.description"), isPrimary: true, cell: ({ description }) => description },
    ...(isOfAll
      ? [{ key: "buyer", header: t("waiting.buyer"), cell: ({ buyer }: WaitingChargeRowFragment) => buyer }]
      : []),
    {
      key: "period",
      header: t("invoice.period"),
      cell: ({ periodFrom, periodTo }) => t("invoice.range", { from: day(periodFrom), to: day(periodTo) }),
    },
    { key: "periods", header: t("waiting.periods"), align: "end", cell: ({ periods }) => periods, hideOnPhone: true },
    {
      key: "amount",
      header: t("column.amount"),
      align: "end",
      cell: ({ amount }) => <MoneyText {...amount} locale={locale} />,
      phonePlace: "topEnd",
    },
    {
      key: "deeds",
      header: <ActionsHead />,
      align: "end",
      cell: (row) =>
        disabledReason === null && (
          <Button.Group>
            {(["CHARGE", "WAIVE"] as const).map((decision) => (
              <Button
                key={decision}
                variant="subtle"
                size="compact-xs"
                aria-label={t(`waiting.${decision}.of`, { description: row.description })}
                onClick={() => onSettle({ decision, rows: [row] })}
              >
                {t(`waiting.${decision}.deed`)}
              </Button>
            ))}
          </Button.Group>
        ),
      phonePlace: "end",
    },
  ];
}
