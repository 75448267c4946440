import { useTranslation } from "react-i18next";
import { renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { IdentifierText } from "../../ui/IdentifierText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import type { ServiceViewFragment } from "./service.generated.ts";

type Item = ServiceViewFragment["items"][number];

export function ServiceItems({ service: { items } }: { service: ServiceViewFragment }) {
  const { t } = useTranslation(["services", "rows"]);
  const reseller = useReseller();
  return (
    <Panel title={t("items.title")} padded={false} count={items.length}>
      <DataGrid
        columns={useColumns()}
        rows={items}
        rowKey={({ id }) => id}
        rowHref={({ id }) => path.item(reseller, id)}
        renderLink={renderLink}
        caption={t("items.title")}
        empty={<EmptyState kind="first" title={t("items.none")} />}
        labels={{ more: t("rows:more"), loading: t("rows:loading") }}
      />
    </Panel>
  );
}

function useColumns(): GridColumn<Item>[] {
  const { t } = useTranslation(["services", "words"]);
  return [
    { key: "item", header: t("items.item"), cell: ({ label }) => label, isPrimary: true },
    {
      key: "identifier",
      header: t("items.identifier"),
      // O48: short until pointed at, whole when copied. A phone number is what one reads out: never short.
      cell: ({ identifier, template: { label, identifierKind } }) => (
        <IdentifierText
          value={identifier}
          kind={identifierKind}
          isMasked={identifierKind !== "PHONE_NUMBER"}
          labels={{ copy: t("items.copy", { name: label }), copied: t("items.copied") }}
        />
      ),
      phonePlace: "end",
    },
    { key: "template", header: t("items.template"), cell: ({ template }) => template.label, hideOnPhone: true },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ state }) => <StateDot tone={stateTone("item", state)}>{t(`words:item.${state}`)}</StateDot>,
      phonePlace: "start",
    },
  ];
}
