import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink, renderLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatDateTime } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { CustomerOrdersDocument, type CustomerOrdersQuery } from "./customer.generated.ts";

type Order = NonNullable<CustomerOrdersQuery["customer"]>["orders"]["nodes"][number];

/** What was ordered, by whom and for how much; an order's story is its run's page. */
export function OrdersTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation(["customers", "rows"]);
  const columns = useColumns();
  const result = useQuery(CustomerOrdersDocument, {
    variables: { id: customerId, first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
  });
  return (
    <Panel title={t("tab.orders")} padded={false} count={result.data?.customer?.orders.totalCount.value}>
      <QueryState result={result}>
        {({ customer }) => (
          <DataGrid
            {...pagesOf(result, customer?.orders.pageInfo)}
            columns={columns}
            rows={customer?.orders.nodes ?? []}
            rowKey={({ id }) => id}
            renderLink={renderLink}
            caption={t("tab.orders")}
            empty={<EmptyState kind="first" title={t("orders.none")} />}
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
          />
        )}
      </QueryState>
    </Panel>
  );
}

function useColumns(): GridColumn<Order>[] {
  const { t } = useTranslation(["customers", "words"]);
  const locale = useLocale();
  const reseller = useReseller();
  const { timeZone } = useViewer().reseller;
  return [
    { key: "number", header: t("orders.number"), cell: ({ number }) => number, isPrimary: true, width: 80 },
    { key: "offering", header: t("orders.offering"), cell: ({ offering }) => offering.name, phonePlace: "end" },
    {
      key: "service",
      header: t("inventory.service"),
      cell: ({ service }) =>
        service === null ? "–" : <AppLink href={path.service(reseller, service.id)}>{service.name}</AppLink>,
      hideOnPhone: true,
    },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ state }) => <StateDot tone={stateTone("order", state)}>{t(`words:order.${state}`)}</StateDot>,
      phonePlace: "start",
    },
    {
      key: "run",
      header: t("orders.run"),
      cell: ({ run }) =>
        run === null ? (
          "–"
        ) : (
          <AppLink href={path.run(reseller, run.id)}>{t("orders.runNumber", { number: run.number })}</AppLink>
        ),
      hideOnPhone: true,
    },
    {
      key: "placed",
      header: t("orders.placed"),
      cell: ({ placedAt }) => formatDateTime(placedAt, locale, { timeZone }),
      hideOnPhone: true,
    },
    { key: "by", header: t("orders.by"), cell: ({ placedBy }) => placedBy, hideOnPhone: true },
    {
      key: "due",
      header: t("orders.due"),
      align: "end",
      cell: ({ dueToday }) => <MoneyText {...dueToday} locale={locale} />,
      phonePlace: "topEnd",
    },
  ];
}
