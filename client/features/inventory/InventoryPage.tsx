import { useQuery } from "@apollo/client/react";
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { IdentifierText } from "../../ui/IdentifierText.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import {
  InventoryItemsDocument,
  InventoryTemplatesDocument,
  type InventoryTemplatesQuery,
  type ItemRowFragment,
} from "./inventory.generated.ts";
import { inventoryState, type InventoryState } from "./inventory-state.ts";

type Template = InventoryTemplatesQuery["inventoryTemplates"]["nodes"][number];
type Change = (change: Partial<InventoryState>) => void;

/** The stock of this tier: by sort, by state, found by either end of a number. */
export function InventoryPage() {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  const [state, setState] = useUrlState(inventoryState);
  const result = useQuery(InventoryTemplatesDocument, { fetchPolicy: "cache-and-network" });
  const canAdd = useCan("inventory.add").isAllowed;
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <Group gap="xs">
            <Button component={AppLink} href={path.templates(reseller)} variant="default">
              {t("templates")}
            </Button>
            {canAdd && (
              <Button
                component={AppLink}
                href={path.addItems(reseller, state.template === "" ? {} : { template: state.template })}
              >
                {t("addItems")}
              </Button>
            )}
          </Group>
        }
      />
      <QueryState result={result}>
        {({ inventoryTemplates }) => (
          <>
            <TemplateChips templates={inventoryTemplates.nodes} state={state} onChange={setState} />
            <Items
              template={inventoryTemplates.nodes.find(({ key }) => key === state.template) ?? null}
              state={state}
              onChange={setState}
            />
          </>
        )}
      </QueryState>
    </>
  );
}

function TemplateChips({
  templates,
  state,
  onChange,
}: {
  templates: readonly Template[];
  state: InventoryState;
  onChange: Change;
}) {
  const { t } = useTranslation("inventory");
  return (
    <Group mb="md">
      <FilterChips
        label={t("templates")}
        value={state.template === "" ? null : state.template}
        onChange={(key) => onChange({ template: key === state.template ? "" : String(key ?? ""), state: "" })}
        options={templates.map(({ key, label, available, lowStockThreshold }) => ({
          value: key,
          label: available < lowStockThreshold ? `${label} · ${t("low")}` : label,
          count: available,
        }))}
      />
    </Group>
  );
}

function Items({ template, state, onChange }: { template: Template | null; state: InventoryState; onChange: Change }) {
  const { t } = useTranslation(["inventory", "words"]);
  const reseller = useReseller();
  const filter = {
    ...(template === null ? {} : { templateId: template.id }),
    ...(state.state === "" ? {} : { state: [state.state] }),
  };
  const result = useQuery(InventoryItemsDocument, {
    variables: { filter, search: state.search === "" ? null : state.search, after: null },
    fetchPolicy: "cache-and-network",
  });
  const found = (result.data ?? result.previousData)?.inventoryItems;
  const more = found?.pageInfo;
  return (
    <Panel
      title={template?.label ?? t("all")}
      count={found === undefined ? "" : `${found.totalCount.value}${found.totalCount.isEstimate ? "+" : ""}`}
      padded={false}
      aside={
        <SearchField
          label={t("search")}
          placeholder={t("searchHint")}
          value={state.search}
          onChange={(search) => onChange({ search })}
        />
      }
    >
      <Group p="sm">
        <FilterChips
          label={t("state")}
          value={state.state === "" ? null : state.state}
          onChange={(next) => onChange({ state: (next === state.state ? "" : next) as InventoryState["state"] })}
          options={(found?.counts ?? [])
            .filter(({ count }) => count > 0)
            .map(({ state: value, count }) => ({ value, label: t(`words:item.${value}`), count }))}
        />
      </Group>
      <DataGrid<ItemRowFragment>
        caption={t("title")}
        columns={[
          { key: "label", header: t("item"), isPrimary: true, cell: ({ label }) => label },
          { key: "identifier", header: t("identifier"), cell: (item) => <Identifier item={item} /> },
          { key: "state", header: t("state"), cell: (item) => <ItemState item={item} /> },
          { key: "location", header: t("location"), hideOnPhone: true, cell: ({ location }) => location ?? "" },
        ]}
        rows={found?.nodes ?? []}
        rowKey={({ id }) => id}
        rowHref={({ id }) => path.item(reseller, id)}
        renderLink={renderLink}
        isLoading={result.loading && found === undefined}
        hasMore={more?.hasNextPage ?? false}
        isLoadingMore={result.loading && found !== undefined}
        onMore={() => void result.fetchMore({ variables: { after: more?.endCursor ?? null } })}
        empty={
          <EmptyState kind="filtered" title={t("nothing")}>
            {(found?.counts ?? [])
              .filter(({ count }) => count > 0)
              .map(({ state: each, count }) => `${t(`words:item.${each}`)}: ${count}`)
              .join(" · ")}
          </EmptyState>
        }
        labels={{ more: t("more"), loading: t("loading") }}
      />
    </Panel>
  );
}

/** O48: the middle is hidden in lists, the whole on hover, focus and copy. */
export function Identifier({ item }: { item: ItemRowFragment }) {
  const { t } = useTranslation("inventory");
  return (
    <IdentifierText
      value={item.identifier}
      kind={item.template.identifierKind}
      isMasked={item.template.identifierKind === "ICCID"}
      labels={{ copy: t("copy"), copied: t("copied") }}
    />
  );
}

export function ItemState({ item }: { item: ItemRowFragment }) {
  const { t } = useTranslation(["inventory", "words"]);
  if (item.reservation?.isYours === true) return <StateDot tone="running">{t("yours")}</StateDot>;
  return <StateDot tone={stateTone("item", item.state)}>{t(`words:item.${item.state}`)}</StateDot>;
}
