import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { pagesOf } from "../../api/pages-of.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { text } from "../../navigation/url-parts.ts";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { buyerInput, BuyerSelect } from "./BuyerSelect.tsx";
import { SellRatesDocument, type SellRatesQuery } from "./explain.generated.ts";
import { rateText } from "./rate-text.ts";
import classes from "./Rates.module.css";

type Rate = SellRatesQuery["sellRates"]["nodes"][number];
const sought = z.object({ search: text, buyer: text });

/** Each destination with what is asked and paid for a minute, and what is left of it (VX9). */
export function BuyAndSellRates() {
  const { t } = useTranslation(["rates", "rows"]);
  const [{ search, buyer }, setState] = useUrlState(sought);
  const columns = useColumns(buyer);
  const { customerId, resellerId } = buyerInput(buyer);
  const result = useQuery(SellRatesDocument, {
    variables: { customer: customerId, below: resellerId, search, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  return (
    <div className={classes.box}>
      <div className={classes.toolbar}>
        <SearchField
          size="xs"
          value={search}
          onChange={(next) => setState({ search: next })}
          label={t("rate.search")}
          placeholder={t("rate.searchHint")}
          clearLabel={t("rate.clear")}
        />
        <BuyerSelect size="xs" value={buyer} onChange={(id) => setState({ buyer: id })} />
      </div>
      <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
        {({ sellRates }) => (
          <DataGrid<Rate>
            {...pagesOf(result, sellRates.pageInfo)}
            columns={columns}
            rows={sellRates.nodes}
            rowKey={({ prefix }) => prefix}
            caption={t("view.rates")}
            empty={<EmptyState kind="filtered" title={t("rate.none")} />}
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
          />
        )}
      </QueryState>
    </div>
  );
}

function useColumns(buyer: string): GridColumn<Rate>[] {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const reseller = useReseller();
  const number = (rate: string | null) =>
    rate !== null && <span className={classes.number}>{rateText(rate, locale)}</span>;
  return [
    {
      key: "prefix",
      header: t("change.prefix"),
      isPrimary: true,
      cell: ({ prefix, isBlocked }) =>
        isBlocked ? (
          prefix
        ) : (
          <AppLink href={path.rates(reseller, { view: "price", number: `+${prefix}`, buyer })}>{prefix}</AppLink>
        ),
    },
    {
      key: "place",
      header: t("change.destination"),
      phonePlace: "start",
      cell: ({ destination }) => destination || t("rate.notInDeck"),
    },
    {
      key: "route",
      header: t("route.label"),
      hideOnPhone: true,
      cell: ({ route }) => route !== null && t(`route.${route}`),
    },
    {
      key: "sell",
      header: t("rate.sell"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ sellRate, isBlocked }) => (isBlocked ? t("kind.BLOCKED") : number(sellRate)),
    },
    { key: "sellBy", header: t("rate.sellBy"), hideOnPhone: true, cell: ({ sellCadence }) => sellCadence },
    { key: "buy", header: t("rate.buy"), align: "end", hideOnPhone: true, cell: ({ buyRate }) => number(buyRate) },
    { key: "buyBy", header: t("rate.buyBy"), hideOnPhone: true, cell: ({ buyCadence }) => buyCadence },
    {
      key: "margin",
      header: t("rate.margin"),
      align: "end",
      phonePlace: "end",
      cell: ({ margin, marginPercent }) => (
        <span className={classes.number} data-bad={margin?.startsWith("-") || undefined}>
          {margin !== null && rateText(margin, locale)}
          {marginPercent !== null && ` (${t("rate.percent", { number: formatNumber(marginPercent, locale) })})`}
        </span>
      ),
    },
  ];
}
