import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { DeleteTemplate } from "./DeleteTemplate.tsx";
import { InventoryTemplatesDocument, type TemplateRowFragment } from "./inventory.generated.ts";
import classes from "./InventoryPage.module.css";
import { NoTemplates } from "./NoTemplates.tsx";
import { TemplateDialog } from "./TemplateDialog.tsx";
import { isLow } from "./TemplateNav.tsx";

type Opened =
  | { readonly deed: "create" }
  | { readonly deed: "edit" | "delete"; readonly template: TemplateRowFragment }
  | null;

/** The sorts of stock. The key never changes, so a new label breaks nothing (O17). */
export function TemplatesPage() {
  const { t } = useTranslation(["inventory", "rows"]);
  const reseller = useReseller();
  const can = useCan("template.edit");
  const [opened, setOpened] = useState<Opened>(null);
  const result = useQuery(InventoryTemplatesDocument, { fetchPolicy: "cache-and-network" });
  const columns = useColumns(can.isAllowed, setOpened);
  const close = (): void => setOpened(null);
  const refresh = (): void => void result.refetch();
  return (
    <>
      <PageHeader
        title={t("templates")}
        crumb={<AppLink href={path.inventory(reseller)}>{t("title")}</AppLink>}
        actions={
          <ReasonedButton
            leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
            disabledReason={can.reason}
            onClick={() => setOpened({ deed: "create" })}
          >
            {t("newTemplate")}
          </ReasonedButton>
        }
      />
      <div className={`${classes.box} ${classes.clipped}`}>
        <QueryState result={result}>
          {({ inventoryTemplates: { nodes } }) => (
            <DataGrid<TemplateRowFragment>
              columns={columns}
              rows={nodes}
              rowKey={({ id }) => id}
              {...(can.isAllowed && {
                onRowOpen: (template) => setOpened({ deed: "edit", template }),
              })}
              caption={t("templates")}
              empty={<NoTemplates />}
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
              hasPageKeys
            />
          )}
        </QueryState>
      </div>
      {opened?.deed === "create" && <TemplateDialog template={null} onClose={close} onSaved={refresh} />}
      {opened?.deed === "edit" && <TemplateDialog template={opened.template} onClose={close} onSaved={refresh} />}
      {opened?.deed === "delete" && <DeleteTemplate template={opened.template} onClose={close} onDeleted={refresh} />}
    </>
  );
}

function useColumns(canEdit: boolean, onOpen: (opened: Opened) => void): GridColumn<TemplateRowFragment>[] {
  const { t } = useTranslation("inventory");
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale);
  const columns: GridColumn<TemplateRowFragment>[] = [
    { key: "label", header: t("label"), isPrimary: true, cell: ({ label }) => label },
    {
      key: "key",
      header: t("key"),
      phonePlace: "start",
      cell: ({ key }) => <span className="tl-mono">{key}</span>,
    },
    {
      key: "kind",
      header: t("identifier"),
      hideOnPhone: true,
      cell: ({ identifierKind }) => t(`identifierKind.${identifierKind}`),
    },
    {
      key: "policy",
      header: t("policy"),
      hideOnPhone: true,
      cell: ({ releasePolicy, quarantineDays }) => t(`releasePolicy.${releasePolicy}`, { count: quarantineDays }),
    },
    {
      key: "free",
      header: t("free"),
      align: "end",
      cell: (template) => (
        <span className={isLow(template) ? classes.low : undefined}>{number(template.available)}</span>
      ),
    },
    {
      key: "threshold",
      header: t("threshold"),
      align: "end",
      hideOnPhone: true,
      cell: ({ lowStockThreshold }) => number(lowStockThreshold),
    },
    {
      key: "usedBy",
      header: t("usedBy"),
      align: "end",
      phonePlace: "end",
      cell: ({ offeringCount }) => t("offerings", { count: offeringCount }),
    },
  ];
  if (!canEdit) return columns;
  const actions: GridColumn<TemplateRowFragment> = {
    key: "actions",
    header: t("actions"),
    align: "end",
    hideOnPhone: true,
    cell: (template) => (
      <Button
        size="xs"
        variant="default"
        aria-label={t("deleteNamed", { template: template.label })}
        onClick={() => onOpen({ deed: "delete", template })}
      >
        {t("delete")}
      </Button>
    ),
  };
  return [...columns, actions];
}
