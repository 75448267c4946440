import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { AddItemsForm } from "./AddItemsForm.tsx";
import { InventoryTemplatesDocument } from "./inventory.generated.ts";
import { inventoryState, nameInAddress, templateOf } from "./inventory-state.ts";
import { NoTemplates } from "./NoTemplates.tsx";

/** Scanned or pasted, one a line; what is wrong is said before anything is sent, and what is refused stays to be mended. */
export function AddItemsPage() {
  const { t } = useTranslation(["inventory", "identifiers"]);
  const reseller = useReseller();
  const can = useCan("inventory.add");
  const [{ template }, setUrl] = useUrlState(inventoryState);
  const result = useQuery(InventoryTemplatesDocument);
  return (
    <>
      <PageHeader title={t("addItems")} crumb={<AppLink href={path.inventory(reseller)}>{t("title")}</AppLink>} />
      {can.isAllowed ? (
        <QueryState result={result}>
          {({ inventoryTemplates: { nodes } }) =>
            nodes.length === 0 ? (
              <NoTemplates />
            ) : (
              <AddItemsForm
                templates={nodes}
                template={templateOf(nodes, template)}
                onTemplate={(next) => setUrl({ template: next === null ? "" : nameInAddress(nodes, next) })}
                onAdded={() => void result.refetch()}
              />
            )
          }
        </QueryState>
      ) : (
        <EmptyState kind="forbidden" title={t("add.forbidden")}>
          {can.reason}
        </EmptyState>
      )}
    </>
  );
}
