import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { OwnerPath, useIsAnyBelow } from "../../navigation/OwnerPath.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { DateText } from "../../ui/DateText.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import type { ServiceRowFragment } from "./service-list.generated.ts";
import classes from "./ServiceListPage.module.css";
import { ServiceStateText } from "./ServiceStateText.tsx";

/** OX6: ID, name, customer, type, status, start, end, monthly cost, actions. */
export function useServiceColumns(rows: readonly ServiceRowFragment[]): GridColumn<ServiceRowFragment>[] {
  const { t } = useTranslation(["services", "words"]);
  const locale = useLocale();
  const reseller = useReseller();
  const owner: GridColumn<ServiceRowFragment> = {
    key: "owner",
    header: t("column.owner"),
    cell: ({ tierPath }) => <OwnerPath tierPath={tierPath} />,
    hideOnPhone: true,
  };
  const day = (value: string | null) => (value === null ? "–" : <DateText value={value} locale={locale} />);
  return [
    {
      key: "number",
      header: t("column.id"),
      cell: ({ number }) => <span className={classes.dim}>{number}</span>,
      width: 64,
      hideOnPhone: true,
    },
    { key: "name", header: t("column.name"), cell: ({ name }) => name, isPrimary: true },
    {
      key: "customer",
      header: t("column.customer"),
      cell: ({ customer }) => <AppLink href={path.customer(reseller, customer.id)}>{customer.label}</AppLink>,
      phonePlace: "end",
    },
    ...(useIsAnyBelow()(rows) ? [owner] : []),
    {
      key: "type",
      header: t("column.type"),
      cell: ({ serviceType }) => t(`words:serviceType.${serviceType}`),
      hideOnPhone: true,
    },
    { key: "state", header: t("column.state"), cell: (row) => <ServiceStateText service={row} />, phonePlace: "start" },
    { key: "start", header: t("column.start"), cell: ({ startsOn }) => day(startsOn), hideOnPhone: true },
    { key: "end", header: t("column.end"), cell: ({ endsOn }) => day(endsOn), hideOnPhone: true },
    {
      key: "monthly",
      header: t("column.monthly"),
      cell: ({ recurring }) => (recurring === null ? "–" : <MoneyText {...recurring} locale={locale} />),
      align: "end",
      phonePlace: "topEnd",
    },
    {
      key: "actions",
      header: t("column.actions"),
      cell: (row) => <RowActions service={row} />,
      align: "end",
      width: 72,
      hideOnPhone: true,
    },
  ];
}

function RowActions({ service: { id, name, state, customer } }: { service: ServiceRowFragment }) {
  const { t } = useTranslation("services");
  const reseller = useReseller();
  const canOrder = useCan("order.place").isAllowed;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t("actions.label", { name })}>
          <IconDots size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={AppLink} href={path.service(reseller, id)}>
          {t("actions.open")}
        </Menu.Item>
        {canOrder && state === "ACTIVE" && (
          <Menu.Item
            component={AppLink}
            href={path.assign(reseller, { customer: customer.id, service: id, kind: "ADDON" })}
          >
            {t("actions.addons")}
          </Menu.Item>
        )}
        <Menu.Item component={AppLink} href={path.customer(reseller, customer.id)}>
          {t("actions.customer")}
        </Menu.Item>
        <Menu.Item onClick={() => void navigator.clipboard.writeText(id)}>{t("actions.copyId")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
