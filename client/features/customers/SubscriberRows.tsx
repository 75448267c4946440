import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid, type DataGridProps } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { usePersonColumns } from "./person-columns.tsx";
import type { SubscriberFieldsFragment } from "./subscribers.generated.ts";

type Paging = Pick<DataGridProps<SubscriberFieldsFragment>, "hasMore" | "onMore" | "isLoadingMore" | "isLoading">;

interface SubscriberRowsProps extends Paging {
  readonly rows: readonly SubscriberFieldsFragment[];
  readonly hasPackages: boolean;
  readonly onManage: (id: string) => void;
}

export function SubscriberRows({ rows, hasPackages, onManage, ...paging }: SubscriberRowsProps) {
  const { t } = useTranslation(["subscribers", "rows"]);
  return (
    <DataGrid
      {...paging}
      columns={useColumns(onManage)}
      rows={rows}
      rowKey={({ id }) => id}
      caption={t("title")}
      empty={
        <EmptyState kind="first" title={t("none")}>
          {t(hasPackages ? "noneText" : "noPackageYet")}
        </EmptyState>
      }
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}

function useColumns(onManage: (id: string) => void): GridColumn<SubscriberFieldsFragment>[] {
  const { t } = useTranslation("subscribers");
  return [
    ...usePersonColumns(),
    { key: "state", header: t("state"), cell: (row) => <State of={row} />, phonePlace: "start" },
    {
      key: "manage",
      header: t("manage"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ id, email }) => (
        <ReasonedButton
          variant="default"
          size="compact-sm"
          disabledReason={null}
          aria-label={t("manageNamed", { email })}
          onClick={() => onManage(id)}
        >
          {t("manage")}
        </ReasonedButton>
      ),
    },
  ];
}

function State({ of: { state, service } }: { readonly of: SubscriberFieldsFragment }) {
  const { t } = useTranslation("subscribers");
  const reseller = useReseller();
  const dot = <StateDot tone={stateTone("subscriber", state)}>{t(`states.${state}`)}</StateDot>;
  if (state === "PROVISIONED" || service.currentRun === null) return dot;
  return <AppLink href={path.run(reseller, service.currentRun.id)}>{dot}</AppLink>;
}
