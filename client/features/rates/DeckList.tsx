import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { TimeText } from "../../ui/TimeText.tsx";
import { DeckPanel } from "./DeckPanel.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import classes from "./Rates.module.css";
import { RateDeckListDocument, type RateDeckRowFragment } from "./rates.generated.ts";

interface DeckListProps {
  /** Id of the deck whose rates are shown; none at first. */
  readonly opened: string;
  readonly onOpen: (id: string) => void;
}

/** What this reseller pays its carrier, import by import. */
export function DeckList({ opened, onOpen }: DeckListProps) {
  const { t } = useTranslation(["rates", "rows"]);
  const can = useCan("rate.edit");
  const [isImporting, setImporting] = useState(false);
  const columns = useColumns();
  const result = useQuery(RateDeckListDocument, {
    variables: { first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const refresh = (): void => void result.refetch();
  return (
    <>
      <div className={classes.box}>
        <div className={classes.toolbar}>
          <p className={classes.dim}>{t("deck.hint")}</p>
          <ReasonedButton
            size="xs"
            leftSection={<IconUpload size={16} stroke={1.8} aria-hidden />}
            disabledReason={can.reason}
            onClick={() => setImporting(true)}
          >
            {t("deck.import")}
          </ReasonedButton>
        </div>
        <QueryState result={result}>
          {({ rateDecks }) => (
            <DataGrid<RateDeckRowFragment>
              {...pagesOf(result, rateDecks.pageInfo)}
              columns={columns}
              rows={rateDecks.nodes}
              rowKey={({ id }) => id}
              onRowOpen={({ id }) => onOpen(id)}
              caption={t("view.decks")}
              empty={
                <EmptyState kind="first" title={t("deck.none")}>
                  {t("deck.noneHint")}
                </EmptyState>
              }
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
              hasPageKeys
            />
          )}
        </QueryState>
      </div>
      {result.data?.rateDecks.nodes
        .filter(({ id }) => id === opened)
        .map((deck) => (
          <DeckPanel key={deck.id} deck={deck} onChanged={refresh} />
        ))}
      {isImporting && (
        <ImportDialog
          onClose={() => setImporting(false)}
          onPlanned={(id) => {
            setImporting(false);
            refresh();
            onOpen(id);
          }}
        />
      )}
    </>
  );
}

function useColumns(): GridColumn<RateDeckRowFragment>[] {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  return [
    { key: "number", header: t("deck.number"), isPrimary: true, cell: ({ number }) => t("deck.named", { number }) },
    { key: "file", header: t("deck.file"), phonePlace: "start", cell: ({ fileName }) => fileName },
    { key: "state", header: t("deck.state"), phonePlace: "topEnd", cell: ({ state }) => t(`deckState.${state}`) },
    {
      key: "rates",
      header: t("deck.rates"),
      align: "end",
      phonePlace: "end",
      cell: ({ rateCount }) => formatNumber(rateCount, locale),
    },
    {
      key: "from",
      header: t("deck.from"),
      hideOnPhone: true,
      cell: ({ effectiveFrom }) =>
        effectiveFrom === null ? "" : <TimeText value={effectiveFrom} locale={locale} withDate />,
    },
    { key: "by", header: t("deck.by"), hideOnPhone: true, cell: ({ createdBy }) => createdBy },
  ];
}
