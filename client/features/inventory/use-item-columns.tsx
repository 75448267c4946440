import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { OwnerPath, useIsAnyBelow } from "../../navigation/OwnerPath.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import type { ItemRowFragment } from "./inventory.generated.ts";
import classes from "./InventoryPage.module.css";
import { ItemIdentifier, ItemStateText } from "./item-parts.tsx";

interface Shown {
  /** Whether all are of one sort, which the page says already. */
  readonly isOneTemplate: boolean;
  readonly rows: readonly ItemRowFragment[];
}

type Column = GridColumn<ItemRowFragment>;

export function useItemColumns({ isOneTemplate, rows }: Shown): Column[] {
  const { t } = useTranslation("inventory");
  const address = useReseller();
  const isElsewhere = useIsAnyBelow()(rows);
  const template: Column = {
    key: "template",
    header: t("template"),
    hideOnPhone: true,
    cell: (item) => item.template.label,
  };
  const holder: Column = {
    key: "holder",
    header: t("holder"),
    hideOnPhone: true,
    cell: ({ tierPath }) => <OwnerPath tierPath={tierPath} />,
  };
  return [
    {
      key: "label",
      header: t("item"),
      isPrimary: true,
      cell: ({ label }) => <span className={classes.label}>{label}</span>,
    },
    {
      key: "identifier",
      header: t("identifier"),
      phonePlace: "start",
      cell: (item) => <ItemIdentifier item={item} />,
    },
    ...(isOneTemplate ? [] : [template]),
    {
      key: "state",
      header: t("state"),
      phonePlace: "topEnd",
      cell: (item) => <ItemStateText item={item} />,
    },
    {
      key: "customer",
      header: t("customer"),
      hideOnPhone: true,
      cell: ({ customer }) =>
        customer === null ? (
          <None />
        ) : (
          <AppLink href={path.customer(address, customer.id, "inventory")}>{customer.label}</AppLink>
        ),
    },
    {
      key: "location",
      header: t("location"),
      hideOnPhone: true,
      cell: ({ location }) => location ?? <None />,
    },
    ...(isElsewhere ? [holder] : []),
  ];
}

function None() {
  return <span className={classes.dim}>–</span>;
}
