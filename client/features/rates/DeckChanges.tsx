import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { rateChangeKinds, type RateChangeKind } from "@tierline/shared/rate-deck.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { rateText } from "./rate-text.ts";
import { RoutedPlace } from "./RoutedPlace.tsx";
import classes from "./Rates.module.css";
import { RateDeckChangesDocument, type RateDeckChangesQuery } from "./rates.generated.ts";

type Change = Extract<
  NonNullable<RateDeckChangesQuery["node"]>,
  { __typename: "RateDeck" }
>["changes"]["nodes"][number];

/** Prefix by prefix: what its calls cost before, and what they cost then. */
export function DeckChanges({ id }: { readonly id: string }) {
  const { t } = useTranslation(["rates", "rows"]);
  const [kind, setKind] = useState<RateChangeKind | null>(null);
  const columns = useColumns();
  const result = useQuery(RateDeckChangesDocument, { variables: { id, kind, first: pageSizeDefault } });
  return (
    <>
      <div className={classes.toolbar}>
        <Select
          size="xs"
          aria-label={t("change.kind")}
          placeholder={t("change.all")}
          data={rateChangeKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(rateChangeKinds.find((each) => each === value) ?? null)}
          clearable
        />
      </div>
      <QueryState result={result}>
        {({ node }) => {
          const changes = node?.__typename === "RateDeck" ? node.changes : undefined;
          return (
            <DataGrid<Change>
              {...pagesOf(result, changes?.pageInfo)}
              columns={columns}
              rows={changes?.nodes ?? []}
              rowKey={({ prefix, route }) => `${prefix} ${route}`}
              caption={t("part.changes")}
              empty={<EmptyState kind="filtered" title={t("change.none")} />}
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            />
          );
        }}
      </QueryState>
    </>
  );
}

function useColumns(): GridColumn<Change>[] {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const rate = (text: string | null) => (
    <span className={classes.number}>{text === null ? t("change.noRate") : rateText(text, locale)}</span>
  );
  return [
    { key: "prefix", header: t("change.prefix"), isPrimary: true, cell: ({ prefix }) => prefix },
    {
      key: "destination",
      header: t("change.destination"),
      phonePlace: "start",
      cell: ({ destination, route }) => <RoutedPlace destination={destination} route={route} />,
    },
    { key: "kind", header: t("change.kind"), phonePlace: "topEnd", cell: ({ kind }) => t(`kind.${kind}`) },
    { key: "before", header: t("change.before"), align: "end", hideOnPhone: true, cell: ({ before }) => rate(before) },
    { key: "after", header: t("change.after"), align: "end", phonePlace: "end", cell: ({ after }) => rate(after) },
  ];
}
