import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { PhoneText } from "../../ui/PhoneText.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import classes from "./Numbers.module.css";
import { OrderNumber } from "./OrderNumber.tsx";
import { NumberOffersDocument, type NumberOfferPartsFragment } from "./ordering.generated.ts";
import { samePlaces } from "./same-places.ts";

interface OffersViewProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** Numbers that the reseller right above offers, and what they would cost. */
export function OffersView({ search, onSearch }: OffersViewProps) {
  const { t } = useTranslation(["numbers", "rows"]);
  const [chosen, setChosen] = useState<NumberOfferPartsFragment | null>(null);
  const result = useQuery(NumberOffersDocument, {
    variables: { search: search.trim() || null },
    fetchPolicy: "cache-and-network",
  });
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  const columns = useOfferColumns(data?.numberOffers ?? [], setChosen);
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
        {({ numberOffers }) => (
          <DataGrid<NumberOfferPartsFragment>
            columns={columns}
            rows={numberOffers}
            rowKey={({ itemId }) => itemId}
            onRowOpen={setChosen}
            caption={t("view.offers")}
            empty={
              search.trim() === "" ? (
                <EmptyState kind="first" title={t("offers.none")}>
                  {t("offers.noneText")}
                </EmptyState>
              ) : (
                <EmptyState
                  kind="filtered"
                  title={t("none.filtered")}
                  action={
                    <Button variant="default" onClick={() => onSearch("")}>
                      {t("none.reset")}
                    </Button>
                  }
                />
              )
            }
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            hasPageKeys
          />
        )}
      </QueryState>
      {chosen !== null && (
        <OrderNumber offer={chosen} onClose={() => setChosen(null)} onDone={() => void result.refetch()} />
      )}
    </div>
  );
}

function useOfferColumns(
  rows: readonly NumberOfferPartsFragment[],
  onOrder: (offer: NumberOfferPartsFragment) => void,
): GridColumn<NumberOfferPartsFragment>[] {
  const { t } = useTranslation("numbers");
  const locale = useLocale();
  const minute = samePlaces(
    rows.flatMap(({ terms }) => (terms.billing === "PER_MINUTE" ? terms.perMinute : [])),
    locale,
  );
  return [
    { key: "number", header: t("column.number"), isPrimary: true, cell: ({ number }) => <PhoneText value={number} /> },
    {
      key: "monthly",
      header: t("column.monthly"),
      align: "end",
      phonePlace: "start",
      cell: ({ terms }) => (terms.monthly === null ? "–" : <MoneyText {...terms.monthly} locale={locale} />),
    },
    {
      key: "setup",
      header: t("column.setup"),
      align: "end",
      hideOnPhone: true,
      cell: ({ terms }) => (terms.setup === null ? "–" : <MoneyText {...terms.setup} locale={locale} />),
    },
    {
      key: "minute",
      header: t("column.minute"),
      align: "end",
      hideOnPhone: true,
      cell: ({ terms }) =>
        terms.billing === "FLAT" ? t("flat") : <span className={classes.amount}>{minute(terms.perMinute)}</span>,
    },
    {
      key: "order",
      header: t("order.deed"),
      align: "end",
      phonePlace: "end",
      cell: (offer) => (
        <Button size="compact-sm" variant="default" onClick={() => onOrder(offer)}>
          {t("order.button")}
        </Button>
      ),
    },
  ];
}
