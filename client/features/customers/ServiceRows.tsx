import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid, type DataGridProps } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatDate, formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { AddServiceButton } from "./CustomerHead.tsx";
import type { CustomerServiceFragment } from "./customer.generated.ts";
import classes from "./CustomerPage.module.css";

type Paging = Pick<DataGridProps<CustomerServiceFragment>, "hasMore" | "onMore" | "isLoadingMore" | "isLoading">;

interface ServiceRowsProps extends Paging {
  readonly customerId: string;
  readonly services: readonly CustomerServiceFragment[];
}

/** A customer's services; beside each that can have some, its add-ons (O4, O34: opened beside a service there is no asking which). */
export function ServiceRows({ customerId, services, ...paging }: ServiceRowsProps) {
  const { t } = useTranslation(["customers", "rows"]);
  const reseller = useReseller();
  return (
    <DataGrid
      {...paging}
      columns={useColumns(customerId)}
      rows={services}
      rowKey={({ id }) => id}
      rowHref={({ id }) => path.service(reseller, id)}
      renderLink={renderLink}
      caption={t("tab.services")}
      empty={
        <EmptyState kind="first" title={t("services.none")} action={<AddServiceButton customerId={customerId} />}>
          {t("services.noneText")}
        </EmptyState>
      }
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}

function useColumns(customerId: string): GridColumn<CustomerServiceFragment>[] {
  const { t } = useTranslation(["customers", "words"]);
  const locale = useLocale();
  return [
    {
      key: "number",
      header: t("services.id"),
      cell: ({ number }) => <span className={classes.quiet}>{number}</span>,
      width: 64,
      hideOnPhone: true,
    },
    {
      key: "name",
      header: t("services.name"),
      isPrimary: true,
      cell: ({ name }) => name,
    },
    { key: "offering", header: t("services.plan"), cell: ({ offering }) => offering.name, phonePlace: "end" },
    { key: "state", header: t("column.state"), cell: (row) => <ServiceState service={row} />, phonePlace: "start" },
    { key: "balance", header: t("services.left"), cell: (row) => <Balances service={row} />, hideOnPhone: true },
    {
      key: "renews",
      header: t("services.renews"),
      cell: (row) => <Renewal service={row} />,
      hideOnPhone: true,
    },
    {
      key: "monthly",
      header: t("services.monthly"),
      align: "end",
      cell: ({ recurring }) => (recurring === null ? "–" : <MoneyText {...recurring} locale={locale} />),
      hideOnPhone: true,
    },
    {
      key: "addons",
      header: t("services.addons"),
      align: "end",
      cell: (row) => <AddonsLink customerId={customerId} service={row} />,
      phonePlace: "topEnd",
    },
  ];
}

function ServiceState({ service: { state, suspensionReasons } }: { service: CustomerServiceFragment }) {
  const { t } = useTranslation("words");
  const reasons = suspensionReasons.map((reason) => t(`suspension.${reason}`)).join(", ");
  const word = t(`service.${state}`);
  return <StateDot tone={stateTone("service", state)}>{reasons === "" ? word : `${word}: ${reasons}`}</StateDot>;
}

function Balances({ service: { balances } }: { service: CustomerServiceFragment }) {
  const locale = useLocale();
  if (balances.length === 0) return <span className={classes.quiet}>–</span>;
  return balances.map(({ amount, unit }) => `${formatNumber(amount, locale)} ${unit}`).join(" · ");
}

function Renewal({ service: { state, autoRenew, endsOn } }: { service: CustomerServiceFragment }) {
  const { t } = useTranslation("customers");
  const locale = useLocale();
  if (endsOn !== null) return t("services.ends", { date: formatDate(endsOn, locale) });
  return autoRenew && state === "ACTIVE" ? t("services.automatic") : "–";
}

function AddonsLink({
  customerId,
  service: { id, name, state },
}: {
  customerId: string;
  service: CustomerServiceFragment;
}) {
  const { t } = useTranslation("customers");
  const reseller = useReseller();
  if (!useCan("order.place").isAllowed || state !== "ACTIVE") return null;
  return (
    <AppLink
      href={path.assign(reseller, { customer: customerId, service: id, kind: "ADDON" })}
      aria-label={t("services.addonsFor", { name })}
    >
      {t("services.addons")}
    </AppLink>
  );
}
