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
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { AssignDialog } from "./AssignDialog.tsx";
import { PlanDialog } from "./PlanDialog.tsx";
import { rateText } from "./rate-text.ts";
import classes from "./Rates.module.css";
import { RatePlanListDocument, type RatePlanRowFragment } from "./rates.generated.ts";

type Opened =
  | { readonly deed: "create" }
  | { readonly deed: "edit" | "assign"; readonly plan: RatePlanRowFragment }
  | null;

/** How this reseller prices calls, and for whom. */
export function PlanList() {
  const { t } = useTranslation(["rates", "rows"]);
  const can = useCan("rate.edit");
  const [opened, setOpened] = useState<Opened>(null);
  const result = useQuery(RatePlanListDocument, { fetchPolicy: "cache-and-network" });
  const columns = useColumns(can.isAllowed ? (plan) => setOpened({ deed: "assign", plan }) : null);
  const close = (): void => setOpened(null);
  const refresh = (): void => void result.refetch();
  return (
    <div className={classes.box}>
      <div className={classes.toolbar}>
        <p className={classes.dim}>{t("plan.hint")}</p>
        <ReasonedButton
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
          disabledReason={can.reason}
          onClick={() => setOpened({ deed: "create" })}
        >
          {t("plan.new")}
        </ReasonedButton>
      </div>
      <QueryState result={result}>
        {({ ratePlans }) => (
          <DataGrid<RatePlanRowFragment>
            columns={columns}
            rows={ratePlans}
            rowKey={({ id }) => id}
            {...(can.isAllowed && { onRowOpen: (plan) => setOpened({ deed: "edit", plan }) })}
            caption={t("view.plans")}
            empty={<EmptyState kind="first" title={t("plan.none")} />}
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            hasPageKeys
          />
        )}
      </QueryState>
      {opened?.deed === "create" && <PlanDialog plan={null} onClose={close} onSaved={refresh} />}
      {opened?.deed === "edit" && <PlanDialog plan={opened.plan} onClose={close} onSaved={refresh} />}
      {opened?.deed === "assign" && <AssignDialog plan={opened.plan} onClose={close} onSaved={refresh} />}
    </div>
  );
}

function useColumns(onAssign: ((plan: RatePlanRowFragment) => void) | null): GridColumn<RatePlanRowFragment>[] {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const markup = ({ versions }: RatePlanRowFragment) => {
    const [now] = versions;
    if (now === undefined) return "";
    const values = { fixed: rateText(now.markupFixed, locale), percent: formatNumber(now.markupPercent, locale) };
    return t(now.markupFixed === "0" ? "plan.percent" : "plan.markup", values);
  };
  const buyers = ({ isForEverybodyElse, customerCount, resellers }: RatePlanRowFragment) =>
    [
      ...(isForEverybodyElse ? [t("plan.everybody")] : []),
      ...(customerCount > 0 ? [t("plan.customers", { count: customerCount })] : []),
      ...resellers,
    ].join(", ") || t("plan.nobody");
  const columns: GridColumn<RatePlanRowFragment>[] = [
    { key: "name", header: t("plan.name"), isPrimary: true, cell: ({ name }) => name },
    { key: "markup", header: t("plan.price"), phonePlace: "start", cell: markup },
    {
      key: "cadence",
      header: t("plan.cadence"),
      hideOnPhone: true,
      cell: ({ versions }) => versions[0]?.cadence ?? t("plan.asBought"),
    },
    {
      key: "own",
      header: t("plan.own"),
      align: "end",
      hideOnPhone: true,
      cell: ({ versions }) => versions[0]?.overrides.length ?? 0,
    },
    { key: "buyers", header: t("plan.buyers"), phonePlace: "end", cell: buyers },
  ];
  if (onAssign === null) return columns;
  const assign: GridColumn<RatePlanRowFragment> = {
    key: "actions",
    header: <ActionsHead />,
    align: "end",
    phonePlace: "topEnd",
    cell: (plan) => (
      <Button
        size="xs"
        variant="default"
        aria-label={t("plan.assignNamed", { name: plan.name })}
        onClick={() => onAssign(plan)}
      >
        {t("plan.assign")}
      </Button>
    ),
  };
  return [...columns, assign];
}
