import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { rateText } from "./rate-text.ts";
import { RoutedPlace } from "./RoutedPlace.tsx";
import classes from "./Rates.module.css";
import { RateDeckRatesDocument, type RateDeckRatesQuery } from "./rates.generated.ts";

type Rate = Extract<NonNullable<RateDeckRatesQuery["node"]>, { __typename: "RateDeck" }>["rates"]["nodes"][number];

/** The rates of a deck, found by the number that is dialled, by a prefix, or by the place. */
export function DeckRates({ id }: { readonly id: string }) {
  const { t } = useTranslation(["rates", "rows"]);
  const [search, setSearch] = useState("");
  const columns = useColumns();
  const result = useQuery(RateDeckRatesDocument, { variables: { id, search, first: pageSizeDefault } });
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  return (
    <>
      <div className={classes.toolbar}>
        <SearchField
          size="xs"
          value={search}
          onChange={setSearch}
          label={t("rate.search")}
          placeholder={t("rate.searchHint")}
          clearLabel={t("rate.clear")}
        />
      </div>
      <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
        {({ node }) => {
          const rates = node?.__typename === "RateDeck" ? node.rates : undefined;
          return (
            <DataGrid<Rate>
              {...pagesOf(result, rates?.pageInfo)}
              columns={columns}
              rows={rates?.nodes ?? []}
              rowKey={({ prefix, route }) => `${prefix} ${route}`}
              caption={t("part.rates")}
              empty={<EmptyState kind="filtered" title={t("rate.none")} />}
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            />
          );
        }}
      </QueryState>
    </>
  );
}

function useColumns(): GridColumn<Rate>[] {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const number = (text: string) => <span className={classes.number}>{rateText(text, locale)}</span>;
  return [
    { key: "prefix", header: t("change.prefix"), isPrimary: true, cell: ({ prefix }) => prefix },
    {
      key: "destination",
      header: t("change.destination"),
      phonePlace: "start",
      cell: ({ destination, route }) => <RoutedPlace destination={destination} route={route} />,
    },
    {
      key: "type",
      header: t("call.type"),
      hideOnPhone: true,
      cell: ({ lineType }) => (lineType === null ? "" : t(`line.${lineType}`)),
    },
    {
      key: "rate",
      header: t("rate.perMinute"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ ratePerMinute, isBlocked }) => (isBlocked ? t("kind.BLOCKED") : number(ratePerMinute)),
    },
    {
      key: "fee",
      header: t("rate.connectFee"),
      align: "end",
      hideOnPhone: true,
      cell: ({ connectFee }) => number(connectFee),
    },
    { key: "cadence", header: t("plan.cadence"), phonePlace: "end", cell: ({ cadence }) => cadence },
  ];
}
