import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ActionsHead } from "../../navigation/ActionsHead.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatMoney, formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { AssignListDialog } from "./AssignListDialog.tsx";
import { PriceListDialog } from "./PriceListDialog.tsx";
import { PriceListListDocument, type PriceListRowFragment } from "./price-lists.generated.ts";
import classes from "./Rates.module.css";

type Opened =
  | { readonly deed: "create" }
  | { readonly deed: "edit" | "assign"; readonly list: PriceListRowFragment }
  | null;

/** How this reseller prices offerings for those who buy from it. */
export function PriceLists() {
  const { t } = useTranslation(["rates", "rows"]);
  const can = useCan("catalog.edit");
  const [opened, setOpened] = useState<Opened>(null);
  const result = useQuery(PriceListListDocument, { fetchPolicy: "cache-and-network" });
  const columns = useColumns(can.isAllowed ? (list) => setOpened({ deed: "assign", list }) : null);
  const close = (): void => setOpened(null);
  const refresh = (): void => void result.refetch();
  return (
    <div className={classes.box}>
      <div className={classes.toolbar}>
        <p className={classes.dim}>{t("list.hint")}</p>
        <ReasonedButton
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
          disabledReason={can.reason}
          onClick={() => setOpened({ deed: "create" })}
        >
          {t("list.new")}
        </ReasonedButton>
      </div>
      <QueryState result={result}>
        {({ priceLists }) => (
          <DataGrid<PriceListRowFragment>
            columns={columns}
            rows={priceLists}
            rowKey={({ id }) => id}
            {...(can.isAllowed && { onRowOpen: (list) => setOpened({ deed: "edit", list }) })}
            caption={t("view.lists")}
            empty={
              <EmptyState kind="first" title={t("list.none")}>
                {t("list.noneHint")}
              </EmptyState>
            }
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            hasPageKeys
          />
        )}
      </QueryState>
      {opened?.deed === "create" && <PriceListDialog list={null} onClose={close} onSaved={refresh} />}
      {opened?.deed === "edit" && <PriceListDialog list={opened.list} onClose={close} onSaved={refresh} />}
      {opened?.deed === "assign" && <AssignListDialog list={opened.list} onClose={close} onSaved={refresh} />}
    </div>
  );
}

function useColumns(onAssign: ((list: PriceListRowFragment) => void) | null): GridColumn<PriceListRowFragment>[] {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const markup = ({ versions }: PriceListRowFragment) => {
    const [now] = versions;
    if (now === undefined) return "";
    const fixed = formatMoney(now.markupFixed, now.currency, locale);
    const values = { fixed, percent: formatNumber(now.markupPercent, locale) };
    return t(Number(now.markupFixed) === 0 ? "plan.percent" : "plan.markup", values);
  };
  const buyers = ({ isForEverybodyElse, isForCustomers, resellers }: PriceListRowFragment) =>
    [
      ...(isForEverybodyElse ? [t("list.everybody")] : []),
      ...(isForCustomers ? [t("list.customers")] : []),
      ...resellers,
    ].join(", ") || t("plan.nobody");
  const columns: GridColumn<PriceListRowFragment>[] = [
    { key: "name", header: t("plan.name"), isPrimary: true, cell: ({ name }) => name },
    { key: "markup", header: t("plan.price"), phonePlace: "start", cell: markup },
    {
      key: "own",
      header: t("list.own"),
      align: "end",
      hideOnPhone: true,
      cell: ({ versions }) => versions[0]?.ownPrices.length ?? 0,
    },
    { key: "buyers", header: t("plan.buyers"), phonePlace: "end", cell: buyers },
  ];
  if (onAssign === null) return columns;
  const assign: GridColumn<PriceListRowFragment> = {
    key: "actions",
    header: <ActionsHead />,
    align: "end",
    phonePlace: "topEnd",
    cell: (list) => (
      <Button
        size="xs"
        variant="default"
        aria-label={t("plan.assignNamed", { name: list.name })}
        onClick={() => onAssign(list)}
      >
        {t("plan.assign")}
      </Button>
    ),
  };
  return [...columns, assign];
}
