import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { StockWatch } from "../../api/StockWatch.tsx";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { formatNumber } from "../../ui/format.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { NumberListDocument, type NumberListQuery, type NumberRowFragment } from "./numbers.generated.ts";
import type { NumbersState } from "./numbers-state.ts";
import classes from "./Numbers.module.css";
import { useNumberColumns } from "./use-number-columns.tsx";

interface NumberListProps {
  readonly state: NumbersState;
  readonly onChange: (change: Partial<NumbersState>, options?: { push?: boolean }) => void;
  /** Grows with each deed, after which the list is asked for again. */
  readonly changes: number;
}

export function NumberList({ state, onChange, changes }: NumberListProps) {
  const { t } = useTranslation(["numbers", "rows"]);
  const result = useQuery(NumberListDocument, {
    variables: {
      state: state.state === "" ? null : [state.state],
      search: state.search.trim() || null,
      first: pageSizeDefault,
    },
    fetchPolicy: "cache-and-network",
  });
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  const refresh = (): void => {
    if ((data?.inventoryItems.nodes.length ?? 0) <= pageSizeDefault) void result.refetch();
  };
  const renew = useEffectEvent(() => void result.refetch());
  useEffect(() => {
    if (changes > 0) renew();
  }, [changes]);
  const templates = data?.inventoryTemplates.nodes.filter(({ identifierKind }) => identifierKind === "PHONE_NUMBER");
  return (
    <div className={classes.box}>
      <StockWatch templateIds={templates?.map(({ id }) => id) ?? []} onChange={refresh} />
      <div className={classes.toolbar}>
        <SearchField
          className={classes.search ?? ""}
          value={state.search}
          onChange={(search) => onChange({ search })}
          label={t("search")}
          placeholder={t("searchHint")}
          clearLabel={t("clearSearch")}
        />
        <States counts={data?.inventoryItems.counts ?? []} state={state} onChange={onChange} />
      </div>
      <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
        {({ inventoryItems }) => (
          <Rows
            items={inventoryItems}
            templateKey={templates?.[0]?.key ?? null}
            paging={pagesOf(result, inventoryItems.pageInfo)}
            state={state}
            onChange={onChange}
          />
        )}
      </QueryState>
    </div>
  );
}

type Items = NumberListQuery["inventoryItems"];

interface RowsProps extends Omit<NumberListProps, "changes"> {
  readonly items: Items;
  /** Of the sort that numbers are kept as; null where there is none yet. */
  readonly templateKey: string | null;
  readonly paging: ReturnType<typeof pagesOf>;
}

function Rows({ items, templateKey, paging, state, onChange }: RowsProps) {
  const { t } = useTranslation(["numbers", "rows"]);
  const reseller = useReseller();
  const columns = useNumberColumns(items.nodes);
  const { search, state: chosen } = state;
  return (
    <DataGrid<NumberRowFragment>
      {...paging}
      columns={columns}
      rows={items.nodes}
      rowKey={({ id }) => id}
      rowHref={({ id }) => path.numbers(reseller, { search, state: chosen, number: id })}
      renderLink={renderLink}
      caption={t("title")}
      empty={
        <NoNumbers isFiltered={search.trim() !== "" || chosen !== ""} templateKey={templateKey} onChange={onChange} />
      }
      {...(!items.totalCount.isEstimate && { total: items.totalCount.value })}
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      hasPageKeys
    />
  );
}

interface NoNumbersProps extends Pick<RowsProps, "templateKey" | "onChange"> {
  readonly isFiltered: boolean;
}

function NoNumbers({ isFiltered, templateKey, onChange }: NoNumbersProps) {
  const { t } = useTranslation("numbers");
  const reseller = useReseller();
  const canAdd = useCan("inventory.add").isAllowed;
  if (isFiltered) {
    return (
      <EmptyState
        kind="filtered"
        title={t("none.filtered")}
        action={
          <Button variant="default" onClick={() => onChange({ search: "", state: "" })}>
            {t("none.reset")}
          </Button>
        }
      />
    );
  }
  const href = templateKey === null ? path.templates(reseller) : path.addItems(reseller, { template: templateKey });
  return (
    <EmptyState
      kind="first"
      title={t("none.first")}
      action={
        canAdd && (
          <Button component={AppLink} variant="default" href={href}>
            {t("none.add")}
          </Button>
        )
      }
    >
      {t("none.firstText")}
    </EmptyState>
  );
}

interface StatesProps extends Omit<NumberListProps, "changes"> {
  readonly counts: Items["counts"];
}

function States({ counts, state, onChange }: StatesProps) {
  const { t } = useTranslation(["numbers", "words"]);
  const locale = useLocale();
  return (
    <FilterChips
      label={t("column.state")}
      value={state.state === "" ? null : state.state}
      onChange={(next) => onChange({ state: next ?? "" })}
      options={counts
        .filter(({ state: value, count }) => count > 0 || value === state.state)
        .map(({ state: value, count }) => ({
          value,
          label: t(`words:item.${value}`),
          count: formatNumber(count, locale),
        }))}
    />
  );
}
