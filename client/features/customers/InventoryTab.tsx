import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { ConnectNumber } from "../../navigation/ConnectNumber.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { IdentifierText } from "../../ui/IdentifierText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import {
  CustomerInventoryDocument,
  type CustomerFieldsFragment,
  type CustomerInventoryQuery,
} from "./customer.generated.ts";

type Item = NonNullable<CustomerInventoryQuery["customer"]>["inventoryItems"]["nodes"][number];

/** SIMs, numbers and devices that this customer has. */
export function InventoryTab({ customer: { id: customerId, label, tierPath } }: { customer: CustomerFieldsFragment }) {
  const { t } = useTranslation(["customers", "rows", "numbers"]);
  const can = useCan("inventory.sell");
  const own = useViewer().reseller.id;
  const [isAdding, setAdding] = useState(false);
  const reseller = useReseller();
  const columns = useColumns();
  const result = useQuery(CustomerInventoryDocument, {
    variables: { id: customerId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  return (
    <Panel
      title={t("tab.inventory")}
      padded={false}
      count={result.data?.customer?.inventoryItems.totalCount.value}
      {...(tierPath.at(-1)?.id === own && {
        aside: (
          <ReasonedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setAdding(true)}>
            {t("numbers:connect.add")}
          </ReasonedButton>
        ),
      })}
    >
      <QueryState result={result}>
        {({ customer }) => (
          <DataGrid
            {...pagesOf(result, customer?.inventoryItems.pageInfo)}
            columns={columns}
            rows={customer?.inventoryItems.nodes ?? []}
            rowKey={({ id }) => id}
            rowHref={({ id }) => path.item(reseller, id)}
            renderLink={renderLink}
            caption={t("tab.inventory")}
            empty={<EmptyState kind="first" title={t("inventory.none")} />}
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
          />
        )}
      </QueryState>
      {isAdding && (
        <ConnectNumber
          number={null}
          customer={{ id: customerId, label }}
          onClose={() => setAdding(false)}
          onDone={() => void result.refetch()}
        />
      )}
    </Panel>
  );
}

function useColumns(): GridColumn<Item>[] {
  const { t } = useTranslation(["customers", "words"]);
  const reseller = useReseller();
  return [
    { key: "item", header: t("inventory.item"), cell: ({ label }) => label, isPrimary: true },
    {
      key: "identifier",
      header: t("inventory.identifier"),
      // O48: short in a list, whole when pointed at, and copied whole.
      cell: ({ identifier, template }) => (
        <IdentifierText
          value={identifier}
          kind={template.identifierKind}
          isMasked={template.identifierKind !== "PHONE_NUMBER"}
          labels={{ copy: t("copyNamed", { name: template.label }), copied: t("copied") }}
        />
      ),
      phonePlace: "end",
    },
    { key: "template", header: t("inventory.template"), cell: ({ template }) => template.label, hideOnPhone: true },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ state }) => <StateDot tone={stateTone("item", state)}>{t(`words:item.${state}`)}</StateDot>,
      phonePlace: "start",
    },
    {
      key: "service",
      header: t("inventory.service"),
      cell: ({ service }) =>
        service === null ? "–" : <AppLink href={path.service(reseller, service.id)}>{service.name}</AppLink>,
      hideOnPhone: true,
    },
    { key: "location", header: t("inventory.location"), cell: ({ location }) => location ?? "–", hideOnPhone: true },
  ];
}
