import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useCan } from "../../api/viewer.tsx";
import { ActionsHead } from "../../navigation/ActionsHead.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { DeleteRole } from "./DeleteRole.tsx";
import classes from "./People.module.css";
import { RoleDialog } from "./RoleDialog.tsx";
import { RoleListDocument, type RoleRowFragment } from "./roles.generated.ts";

type Opened = { readonly deed: "create" } | { readonly deed: "edit" | "delete"; readonly role: RoleRowFragment } | null;

/** The reseller's own bundles of permissions. */
export function RolesPage() {
  const { t } = useTranslation(["roles", "rows", "people", "permissions"]);
  const can = useCan("role.edit");
  const [opened, setOpened] = useState<Opened>(null);
  const result = useQuery(RoleListDocument, {
    variables: { first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  const columns = useColumns(can.isAllowed, setOpened);
  const close = (): void => setOpened(null);
  const refresh = (): void => void result.refetch();
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <ReasonedButton
            leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
            disabledReason={can.reason}
            onClick={() => setOpened({ deed: "create" })}
          >
            {t("new")}
          </ReasonedButton>
        }
      />
      <div className={`${classes.box} ${classes.clipped}`}>
        <QueryState result={result}>
          {({ roles }) => (
            <DataGrid<RoleRowFragment>
              {...pagesOf(result, roles.pageInfo)}
              columns={columns}
              rows={roles.nodes}
              rowKey={({ id }) => id}
              {...(can.isAllowed && { onRowOpen: (role) => setOpened({ deed: "edit", role }) })}
              caption={t("title")}
              empty={
                <EmptyState kind="first" title={t("none")}>
                  {t("noneHint")}
                </EmptyState>
              }
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
              hasPageKeys
            />
          )}
        </QueryState>
      </div>
      {opened?.deed === "create" && <RoleDialog role={null} onClose={close} onSaved={refresh} />}
      {opened?.deed === "edit" && <RoleDialog role={opened.role} onClose={close} onSaved={refresh} />}
      {opened?.deed === "delete" && <DeleteRole role={opened.role} onClose={close} onDeleted={refresh} />}
    </>
  );
}

function useColumns(canEdit: boolean, onOpen: (opened: Opened) => void): GridColumn<RoleRowFragment>[] {
  const { t } = useTranslation("roles");
  const columns: GridColumn<RoleRowFragment>[] = [
    { key: "name", header: t("column.name"), isPrimary: true, cell: ({ name }) => name },
    {
      key: "permissions",
      header: t("column.permissions"),
      phonePlace: "start",
      cell: ({ permissions }) => t("count", { count: permissions.length }),
    },
    {
      key: "holders",
      header: t("column.holders"),
      phonePlace: "end",
      cell: ({ holderCount }) => t("holders", { count: holderCount }),
    },
    { key: "reseller", header: t("column.reseller"), hideOnPhone: true, cell: ({ reseller }) => reseller?.name ?? "" },
  ];
  if (!canEdit) return columns;
  const actions: GridColumn<RoleRowFragment> = {
    key: "actions",
    header: <ActionsHead />,
    align: "end",
    hideOnPhone: true,
    cell: (role) => (
      <Button
        size="xs"
        variant="default"
        aria-label={t("deleteNamed", { name: role.name })}
        onClick={() => onOpen({ deed: "delete", role })}
      >
        {t("delete")}
      </Button>
    ),
  };
  return [...columns, actions];
}
