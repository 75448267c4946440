import { useQuery } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { callDirections, callStates } from "@tierline/shared/call.ts";
import { callListDaysMax, pageSizeDefault } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CallListDocument, type CallListQuery, type CallRowFragment } from "../api/calls.generated.ts";
import type { CallFilter } from "../api/generated/schema.ts";
import { pagesOf } from "../api/pages-of.ts";
import { useCan, useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Facts } from "../ui/Facts.tsx";
import { FilterChips } from "../ui/FilterChips.tsx";
import { formatDateTime, formatDuration, placesOf } from "../ui/format.ts";
import type { GridColumn } from "../ui/grid-column.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Panel } from "../ui/Panel.tsx";
import { PhoneText } from "../ui/PhoneText.tsx";
import { ReasonedButton } from "../ui/ReasonedButton.tsx";
import { renderLink } from "./AppLink.tsx";
import { callClock, isDialled } from "./call-text.ts";
import { CallDialog } from "./CallDialog.tsx";
import { allCalls, callFilterOf, callsState, type CallsState } from "./calls-state.ts";
import { listHref } from "./file-href.ts";
import { MadeFiles, useMadeFiles } from "./MadeFiles.tsx";
import { PriceAgain } from "./PriceAgain.tsx";
import { QueryState } from "./QueryState.tsx";
import { SaveList } from "./SaveList.tsx";
import classes from "./Statement.module.css";
import { useReseller, useUrlState } from "./use-place.ts";
import type { ReratingRange } from "./use-rerating.ts";

interface CallListProps {
  /** Of this customer alone, who is then not named in each line. */
  readonly customerId?: string;
  readonly isOwn?: boolean;
}

/** Calls with what they came to, the latest first, and sums of all that the filter lets through. */
export function CallList({ customerId, isOwn = false }: CallListProps) {
  const { t } = useTranslation(["calls", "rows"]);
  const { timeZone } = useViewer().reseller;
  const reseller = useReseller();
  const made = useMadeFiles(isOwn ? null : reseller);
  const [state, setState] = useUrlState(callsState);
  const [now] = useState(() => Date.now());
  const [opened, setOpened] = useState<CallRowFragment | null>(null);
  const [isPricing, setPricing] = useState(false);
  const canPrice = useCan("call.record");
  const filter = callFilterOf(state, timeZone, now);
  const shown = { from: "", until: "", ...filter, ...(customerId !== undefined && { customerId }) };
  const result = useQuery(CallListDocument, {
    variables: {
      filter: shown,
      first: pageSizeDefault,
    },
    fetchPolicy: "cache-and-network",
    skip: filter === null,
  });
  const isNamed = customerId !== undefined || isOwn;
  const columns = useColumns(isNamed, (result.data ?? result.previousData)?.calls.nodes ?? []);
  const isWhole = Object.values(state).every((value) => value === "");
  return (
    <>
      {made.files.length > 0 && (
        <div className={classes.above}>
          <MadeFiles {...made} />
        </div>
      )}
      <Panel
        title={t("list")}
        padded={false}
        aside={
          filter !== null && (
            <>
              {!isOwn && state.invoice === "" && (
                <ReasonedButton
                  variant="default"
                  size="xs"
                  disabledReason={canPrice.reason ?? (hasPrices(state) ? null : t("again.answeredOnly"))}
                  onClick={() => setPricing(true)}
                >
                  {t("again.open")}
                </ReasonedButton>
              )}
              <SaveList href={listHref("calls", shown, made.reseller)} name="calls.csv" onBegun={made.reload} />
            </>
          )
        }
      >
        <CallFilterBar state={state} onChange={setState} />
        {filter === null ? (
          <EmptyState kind="filtered" title={t("tooLong", { days: callListDaysMax })}>
            {t("tooLongText")}
          </EmptyState>
        ) : (
          <QueryState result={result}>
            {({ calls }) => (
              <>
                <Totals totals={calls.totals} />
                <DataGrid<CallRowFragment>
                  {...pagesOf(result, calls.pageInfo)}
                  columns={columns}
                  rows={calls.nodes}
                  rowKey={({ id }) => id}
                  {...(!isOwn && { onRowOpen: setOpened })}
                  renderLink={renderLink}
                  caption={t("list")}
                  empty={
                    isWhole ? (
                      <EmptyState kind="first" title={t("none")}>
                        {t("noneText")}
                      </EmptyState>
                    ) : (
                      <EmptyState
                        kind="filtered"
                        title={t("noneInFilter")}
                        action={
                          <Button variant="default" size="xs" onClick={() => setState(allCalls)}>
                            {t("clear")}
                          </Button>
                        }
                      />
                    )
                  }
                  labels={{ more: t("rows:more"), loading: t("rows:loading") }}
                />
              </>
            )}
          </QueryState>
        )}
      </Panel>
      {isPricing && (
        <PriceAgain range={rangeOf(shown)} onClose={() => setPricing(false)} onDone={() => void result.refetch()} />
      )}
      {opened !== null && (
        <CallDialog call={opened} onClose={() => setOpened(null)} onCorrected={() => void result.refetch()} />
      )}
    </>
  );
}

/** What nobody answered costs nothing at any price. */
function hasPrices({ state }: CallsState): boolean {
  return state === "" || state === "ANSWERED";
}

function rangeOf({ from, until, direction, number, customerId }: CallFilter): ReratingRange {
  return {
    from,
    until,
    ...(direction != null && { direction }),
    ...(number != null && { number }),
    ...(customerId != null && { customerId }),
  };
}

interface FilterProps {
  readonly state: CallsState;
  readonly onChange: (change: Partial<CallsState>) => void;
}

function CallFilterBar({ state, onChange }: FilterProps) {
  const { t } = useTranslation("calls");
  return (
    <div className={classes.filter}>
      <FilterChips
        label={t("filter.direction")}
        value={state.direction === "" ? null : state.direction}
        onChange={(direction) => onChange({ direction: direction ?? "" })}
        options={callDirections.map((value) => ({ value, label: t(`direction.${value}`) }))}
      />
      <FilterChips
        label={t("filter.state")}
        value={state.state === "" ? null : state.state}
        onChange={(next) => onChange({ state: next ?? "" })}
        options={callStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      {state.invoice !== "" && (
        <FilterChips
          label={t("filter.invoice")}
          value="invoice"
          onChange={() => onChange({ invoice: "" })}
          options={[{ value: "invoice", label: t("filter.ofInvoice") }]}
        />
      )}
      <div className={classes.fields}>
        <TextInput
          className={classes.day ?? ""}
          size="xs"
          type="search"
          inputMode="tel"
          aria-label={t("filter.number")}
          placeholder={t("filter.number")}
          value={state.number}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        {(state.invoice === "" ? (["from", "to"] as const) : []).map((key) => (
          <TextInput
            key={key}
            className={classes.day ?? ""}
            size="xs"
            type="date"
            aria-label={t(`filter.${key}`)}
            leftSection={<span aria-hidden="true">{t(`filter.${key}`)}</span>}
            leftSectionWidth={50}
            value={state[key]}
            onChange={(event) => onChange({ [key]: event.currentTarget.value })}
          />
        ))}
      </div>
    </div>
  );
}

function Totals({ totals }: { readonly totals: CallListQuery["calls"]["totals"] }) {
  const { t } = useTranslation("calls");
  const locale = useLocale();
  const { count, answered, seconds, freeSeconds, price, cost, margin } = totals;
  const time = (value: number) => formatDuration(value * 1000, locale);
  const money = (value: typeof price) => <MoneyText {...value} locale={locale} />;
  return (
    <section className={classes.filter} aria-label={t("totals.title")}>
      <Facts
        layout="columns"
        items={[
          { key: "count", label: t("totals.count"), value: count.toLocaleString(locale) },
          { key: "answered", label: t("totals.answered"), value: answered.toLocaleString(locale) },
          { key: "seconds", label: t("totals.seconds"), value: time(seconds) },
          ...(freeSeconds > 0 ? [{ key: "free", label: t("totals.freeSeconds"), value: time(freeSeconds) }] : []),
          { key: "price", label: t("totals.price"), value: money(price), isStrong: true },
          ...(cost === null ? [] : [{ key: "cost", label: t("totals.cost"), value: money(cost) }]),
          ...(margin === null ? [] : [{ key: "margin", label: t("totals.margin"), value: money(margin) }]),
        ]}
      />
    </section>
  );
}

function useColumns(isNamed: boolean, rows: readonly CallRowFragment[]): GridColumn<CallRowFragment>[] {
  const { t } = useTranslation("calls");
  const locale = useLocale();
  const { reseller, permissions } = useViewer();
  const { timeZone } = reseller;
  const prices = placesOf(rows.flatMap(({ charge }) => charge?.amount.amount ?? []));
  const margins = placesOf(rows.flatMap(({ margin }) => margin?.amount ?? []));
  const number = (value: string) => (isDialled(value) ? <PhoneText value={`+${value}`} /> : value);
  const columns: GridColumn<CallRowFragment>[] = [
    {
      key: "at",
      header: t("column.at"),
      cell: ({ startedAt }) => <time dateTime={startedAt}>{formatDateTime(startedAt, locale, { timeZone })}</time>,
      width: 170,
      phonePlace: "start",
    },
    { key: "customer", header: t("column.customer"), cell: ({ customer }) => customer.label, hideOnPhone: true },
    { key: "caller", header: t("column.caller"), cell: ({ caller }) => number(caller), hideOnPhone: true },
    { key: "called", header: t("column.called"), cell: ({ called }) => number(called), isPrimary: true },
    {
      key: "destination",
      header: t("column.destination"),
      cell: ({ destination, callType }) => destination ?? (callType === null ? "–" : t(`type.${callType}`)),
      hideOnPhone: true,
    },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ state, refusal, problem, correctsId }) => {
        if (problem !== null) return t(`problem.${problem}`);
        if (correctsId !== null) return t("correction");
        return refusal ?? t(`state.${state}`);
      },
      hideOnPhone: true,
    },
    {
      key: "duration",
      header: t("column.duration"),
      align: "end",
      cell: ({ seconds, charge }) => (
        <>
          {seconds === 0 ? "–" : callClock(seconds)}
          {charge !== null && charge.freeSeconds > 0 && (
            <div>{t("free", { duration: callClock(charge.freeSeconds) })}</div>
          )}
        </>
      ),
      phonePlace: "end",
    },
    {
      key: "price",
      header: t("column.price"),
      align: "end",
      cell: ({ charge }) => (charge === null ? "–" : <MoneyText {...charge.amount} locale={locale} places={prices} />),
      phonePlace: "topEnd",
    },
    {
      key: "margin",
      header: t("column.margin"),
      align: "end",
      cell: ({ margin }) =>
        margin === null ? "–" : <MoneyText {...margin} locale={locale} places={margins} isSigned />,
      hideOnPhone: true,
    },
  ];
  const seesMargin = permissions.includes("finance.view");
  return columns.filter(({ key }) => (key !== "customer" || !isNamed) && (key !== "margin" || seesMargin));
}
