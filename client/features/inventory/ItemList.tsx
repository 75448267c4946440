import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { StockWatch } from "../../api/StockWatch.tsx";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { formatNumber } from "../../ui/format.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { HandDown } from "./HandDown.tsx";
import { handedDownFilter, itemFilter, type InventoryState } from "./inventory-state.ts";
import {
  InventoryItemsDocument,
  type InventoryItemsQuery,
  type ItemRowFragment,
  type TemplateRowFragment,
} from "./inventory.generated.ts";
import classes from "./InventoryPage.module.css";
import { NoItems } from "./NoItems.tsx";
import { useItemColumns } from "./use-item-columns.tsx";

interface ItemListProps {
  readonly template: TemplateRowFragment | null;
  readonly state: InventoryState;
  readonly onChange: (change: Partial<InventoryState>) => void;
  /** Items went to another tier. */
  readonly onMoved: () => void;
}

export function ItemList({ template, state, onChange, onMoved }: ItemListProps) {
  const { t } = useTranslation("inventory");
  const result = useQuery(InventoryItemsDocument, {
    variables: {
      filter: itemFilter(template, state),
      handedDown: handedDownFilter(template),
      search: state.search.trim() || null,
      first: pageSizeDefault,
    },
    fetchPolicy: "cache-and-network",
  });
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  // Rows that are shown change by themselves. To read more than one page anew would pull the rows from under the reader.
  const refresh = (): void => {
    if ((data?.inventoryItems.nodes.length ?? 0) <= pageSizeDefault) void result.refetch();
  };
  return (
    <div className={classes.box}>
      {template !== null && <StockWatch templateIds={[template.id]} onChange={refresh} />}
      <div className={classes.toolbar}>
        <SearchField
          className={classes.search ?? ""}
          value={state.search}
          onChange={(search) => onChange({ search })}
          label={t("search")}
          placeholder={t("searchHint")}
          clearLabel={t("clearSearch")}
        />
        <StateChips counts={data?.inventoryItems.counts ?? []} state={state} onChange={onChange} />
        <BelowChip handedDown={data?.handedDown.totalCount ?? null} state={state} onChange={onChange} />
      </div>
      <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
        {({ inventoryItems, handedDown }) => (
          <Rows
            items={inventoryItems}
            handedDown={handedDown.totalCount.value}
            paging={pagesOf(result, inventoryItems.pageInfo)}
            template={template}
            state={state}
            onChange={onChange}
            onMoved={() => {
              void result.refetch();
              onMoved();
            }}
          />
        )}
      </QueryState>
    </div>
  );
}

interface RowsProps extends ItemListProps {
  readonly items: InventoryItemsQuery["inventoryItems"];
  readonly handedDown: number;
  readonly paging: ReturnType<typeof pagesOf>;
}

function Rows({ items, handedDown, paging, template, state, onChange, onMoved }: RowsProps) {
  const { nodes, counts, totalCount } = items;
  const { t } = useTranslation(["inventory", "rows"]);
  const reseller = useReseller();
  const canHandDown = useCan("inventory.hand_down").isAllowed;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useItemColumns({ isOneTemplate: template !== null, rows: nodes });
  const chosen = nodes.filter(({ id }) => selected.has(id));
  const clear = (): void => setSelected(new Set());
  return (
    <>
      {chosen.length > 0 && (
        <Selection
          items={chosen}
          onClear={clear}
          onMoved={() => {
            clear();
            onMoved();
          }}
        />
      )}
      <DataGrid<ItemRowFragment>
        {...paging}
        columns={columns}
        rows={nodes}
        rowKey={({ id }) => id}
        rowHref={({ id }) => path.item(reseller, id)}
        renderLink={renderLink}
        caption={template?.label ?? t("all")}
        empty={
          <NoItems template={template} counts={counts} handedDown={handedDown} state={state} onChange={onChange} />
        }
        {...(!totalCount.isEstimate && { total: totalCount.value })}
        {...(canHandDown && {
          selection: {
            selected,
            onChange: setSelected,
            labels: {
              all: t("selectAll"),
              row: ({ label }: ItemRowFragment) => t("selectOne", { item: label }),
            },
          },
        })}
        labels={{ more: t("rows:more"), loading: t("rows:loading") }}
        hasPageKeys
      />
    </>
  );
}

interface SelectionProps {
  readonly items: readonly ItemRowFragment[];
  readonly onClear: () => void;
  readonly onMoved: () => void;
}

function Selection({ items, onClear, onMoved }: SelectionProps) {
  const { t } = useTranslation("inventory");
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.selection} role="status">
      <span>{t("selected", { count: items.length })}</span>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {t("handDown.title")}
      </Button>
      <Button size="xs" variant="subtle" onClick={onClear}>
        {t("clearSelection")}
      </Button>
      <HandDown items={items} isOpen={isOpen} onClose={() => setOpen(false)} onMoved={onMoved} />
    </div>
  );
}

type StateChipsProps = Pick<ItemListProps, "state" | "onChange"> & {
  readonly counts: InventoryItemsQuery["inventoryItems"]["counts"];
};

/** States that there are, and the one that was chosen even when nothing is left in it. */
function StateChips({ counts, state, onChange }: StateChipsProps) {
  const { t } = useTranslation(["inventory", "words"]);
  const locale = useLocale();
  const shown = counts.filter((each) => each.count > 0 || each.state === state.state);
  return (
    <FilterChips
      label={t("state")}
      value={state.state === "" ? null : state.state}
      onChange={(next) => onChange({ state: next ?? "" })}
      options={shown.map(({ state: value, count }) => ({
        value,
        label: t(`words:item.${value}`),
        count: formatNumber(count, locale),
      }))}
    />
  );
}

type BelowChipProps = Pick<ItemListProps, "state" | "onChange"> & {
  readonly handedDown: InventoryItemsQuery["handedDown"]["totalCount"] | null;
};

/** What resellers below hold, where they hold any: it is theirs to sell, so the sorts do not count it. */
function BelowChip({ handedDown, state, onChange }: BelowChipProps) {
  const { t } = useTranslation("inventory");
  const locale = useLocale();
  const isShown = state.below !== "" || (handedDown?.value ?? 0) > 0;
  if (!isShown) return null;
  const count = handedDown === null || handedDown.isEstimate ? null : formatNumber(handedDown.value, locale);
  return (
    <FilterChips
      label={t("holder")}
      value={state.below === "" ? null : state.below}
      onChange={(below) => onChange({ below: below ?? "" })}
      options={[{ value: "yes", label: t("below"), ...(count !== null && { count }) }]}
    />
  );
}
