import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { PhoneText } from "../../ui/PhoneText.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import classes from "./Numbers.module.css";
import { NumbersBelowDocument, type NumbersBelowQuery } from "./ordering.generated.ts";
import { samePlaces } from "./same-places.ts";

interface BelowViewProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** Grows with each deed, after which the list is asked for again. */
  readonly changes: number;
}

type Row = NumbersBelowQuery["inventoryItems"]["nodes"][number];

/** Numbers that those below hold, and what they pay for those that they ordered. */
export function BelowView({ search, onSearch, changes }: BelowViewProps) {
  const { t } = useTranslation(["numbers", "rows"]);
  const reseller = useReseller();
  const result = useQuery(NumbersBelowDocument, {
    variables: { search: search.trim() || null, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const renew = useEffectEvent(() => void result.refetch());
  useEffect(() => {
    if (changes > 0) renew();
  }, [changes]);
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  const columns = useBelowColumns(data?.inventoryItems.nodes ?? []);
  return (
    <div className={classes.box}>
      <div className={classes.toolbar}>
        <SearchField
          className={classes.search ?? ""}
          value={search}
          onChange={onSearch}
          label={t("search")}
          placeholder={t("searchHint")}
          clearLabel={t("clearSearch")}
        />
      </div>
      <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
        {({ inventoryItems }) => (
          <DataGrid<Row>
            {...pagesOf(result, inventoryItems.pageInfo)}
            columns={columns}
            rows={inventoryItems.nodes}
            rowKey={({ id }) => id}
            rowHref={({ id }) => path.numbers(reseller, { view: "below", search, number: id })}
            renderLink={renderLink}
            caption={t("view.below")}
            empty={
              <EmptyState kind={search.trim() === "" ? "first" : "filtered"} title={t("below.none")}>
                {t("below.noneText")}
              </EmptyState>
            }
            {...(!inventoryItems.totalCount.isEstimate && { total: inventoryItems.totalCount.value })}
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            hasPageKeys
          />
        )}
      </QueryState>
    </div>
  );
}

function useBelowColumns(rows: readonly Row[]): GridColumn<Row>[] {
  const { t } = useTranslation("numbers");
  const locale = useLocale();
  const minute = samePlaces(
    rows.flatMap(({ sale }) => (sale?.terms.billing === "PER_MINUTE" ? sale.terms.perMinute : [])),
    locale,
  );
  const none = <span className={classes.dim}>–</span>;
  return [
    {
      key: "number",
      header: t("column.number"),
      isPrimary: true,
      cell: ({ identifier }) => <PhoneText value={identifier} />,
    },
    { key: "holder", header: t("holder"), phonePlace: "start", cell: ({ holder }) => holder.name },
    {
      key: "monthly",
      header: t("column.monthly"),
      align: "end",
      phonePlace: "end",
      cell: ({ sale }) => (sale?.terms.monthly == null ? none : <MoneyText {...sale.terms.monthly} locale={locale} />),
    },
    {
      key: "minute",
      header: t("column.minute"),
      align: "end",
      hideOnPhone: true,
      cell: ({ sale }) => {
        if (sale === null) return none;
        const { billing, perMinute } = sale.terms;
        return billing === "FLAT" ? t("flat") : <span className={classes.amount}>{minute(perMinute)}</span>;
      },
    },
    {
      key: "next",
      header: t("column.next"),
      hideOnPhone: true,
      cell: ({ sale }) =>
        sale?.nextBillingOn == null ? none : <DateText value={sale.nextBillingOn} locale={locale} />,
    },
  ];
}
