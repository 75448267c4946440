import { Box, VisuallyHidden } from "@mantine/core";
import { parseCadence } from "@tierline/shared/cadence.ts";
import { priceSplitCall } from "@tierline/shared/call-price.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { parseRate } from "@tierline/shared/rate.ts";
import { useTranslation } from "react-i18next";
import type { LiveCallRowFragment } from "../api/live-calls.generated.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { DurationText } from "../ui/DurationText.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import type { GridColumn } from "../ui/grid-column.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { PhoneText } from "../ui/PhoneText.tsx";
import { ReasonedButton } from "../ui/ReasonedButton.tsx";
import { StateDot } from "../ui/StateDot.tsx";
import { useNow } from "../ui/use-now.ts";
import { AppLink, renderLink } from "./AppLink.tsx";

interface LiveCallTableProps {
  readonly calls: readonly LiveCallRowFragment[];
  readonly total: number;
  /** Left out where it is always oneself. */
  readonly customerHref?: (id: string) => string;
  /** Left out where calls are only looked at. */
  readonly ending?: { readonly disabledReason: string | null; readonly onEnd: (call: LiveCallRowFragment) => void };
}

const tickMs = 1_000;

/** Who talks to whom, and for how long. */
export function LiveCallTable({ calls, total, customerHref, ending }: LiveCallTableProps) {
  const { t } = useTranslation(["live-calls", "rows"]);
  const columns: GridColumn<LiveCallRowFragment>[] = [
    { key: "called", header: t("column.called"), cell: ({ called }) => numberOf(called), isPrimary: true },
    {
      key: "caller",
      header: t("column.caller"),
      cell: ({ caller, serviceName }) => serviceName ?? numberOf(caller),
      hideOnPhone: true,
    },
    {
      key: "customer",
      header: t("column.customer"),
      cell: ({ customer }) => <AppLink href={customerHref?.(customer.id) ?? ""}>{customer.label}</AppLink>,
      hideOnPhone: true,
    },
    {
      key: "destination",
      header: t("column.destination"),
      cell: ({ callType, destination }) =>
        [destination, callType === "OTHER" ? null : t(`type.${callType}`)]
          .filter((part) => part !== null)
          .join(" · ") || "–",
      hideOnPhone: true,
    },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ answeredAt, endingAt }) => (
        <StateDot tone={answeredAt === null || endingAt !== null ? "waiting" : "running"}>
          {t(endingAt !== null ? "ends" : answeredAt === null ? "rings" : "talks")}
        </StateDot>
      ),
      phonePlace: "start",
    },
    {
      key: "since",
      header: t("column.since"),
      align: "end",
      cell: (call) => (
        <>
          <Box component="span" hiddenFrom="sm">
            <Cost call={call} /> ·{" "}
          </Box>
          <Since call={call} />
        </>
      ),
      phonePlace: "end",
    },
    {
      key: "cost",
      header: t("column.cost"),
      align: "end",
      cell: (call) => <Cost call={call} />,
      hideOnPhone: true,
    },
    {
      key: "end",
      header: <VisuallyHidden>{t("column.end")}</VisuallyHidden>,
      align: "end",
      cell: (call) =>
        ending !== undefined && (
          <ReasonedButton
            variant="default"
            size="compact-xs"
            disabledReason={ending.disabledReason ?? (call.endingAt === null ? null : t("end.asked"))}
            onClick={() => ending.onEnd(call)}
            aria-label={t("end.of", { called: spoken(call.called) })}
          >
            {t("end.deed")}
          </ReasonedButton>
        ),
      phonePlace: "topEnd",
    },
  ];
  const isShown = (key: string): boolean =>
    (customerHref !== undefined || key !== "customer") && (ending !== undefined || key !== "end");
  return (
    <DataGrid<LiveCallRowFragment>
      columns={columns.filter(({ key }) => isShown(key))}
      rows={calls}
      rowKey={({ key }) => key}
      renderLink={renderLink}
      caption={t("title")}
      empty={<EmptyState kind="first" title={t("none")} />}
      total={total}
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}

/** A line has a name of its own in the switch; a number is written as people know it. */
export function numberOf(text: string) {
  return /^[1-9]\d{5,}$/.test(text) ? <PhoneText value={`+${text}`} /> : text;
}

function spoken(text: string): string {
  return /^[1-9]\d{5,}$/.test(text) ? `+${text}` : text;
}

interface CallProps {
  readonly call: LiveCallRowFragment;
}

/** What it has cost up to now, reckoned as it will be charged. */
function Cost({ call: { answeredAt, price } }: CallProps) {
  const locale = useLocale();
  const now = useNow(tickMs);
  if (price === null || answeredAt === null) return "–";
  const { currency, includedSeconds, freeSeconds } = price;
  const terms = {
    ratePerMinute: parseRate(price.ratePerMinute)!, // as the server writes them
    connectFee: parseRate(price.connectFee)!,
    includedSeconds,
    cadence: parseCadence(price.cadence)!,
  };
  const seconds = Math.max(0, Math.round((now - Date.parse(answeredAt)) / 1_000));
  const later = price.changes.map(({ fromSecond, ratePerMinute, cadence }) => ({
    fromSecond,
    terms: { ...terms, ratePerMinute: parseRate(ratePerMinute)!, cadence: parseCadence(cadence)! }, // as above
  }));
  const beginning = Number.NEGATIVE_INFINITY;
  const all = [{ fromSecond: beginning, terms }, ...later];
  const { priceMicros } = priceSplitCall(seconds, all, [{ fromSecond: beginning, seconds: freeSeconds }]);
  const amount = decimalOf(money(priceMicros, currency));
  return <MoneyText amount={amount} currency={currency} locale={locale} isRounded />;
}

function Since({ call: { startedAt, answeredAt } }: CallProps) {
  const locale = useLocale();
  const now = useNow(tickMs);
  return <DurationText ms={Math.max(0, now - Date.parse(answeredAt ?? startedAt))} locale={locale} form="clock" />;
}
