import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatPhoneNumber } from "@tierline/shared/phone-number.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid, type DataGridProps } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import classes from "./CustomerPage.module.css";
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

export function nameOf({ firstName, lastName }: Pick<SubscriberFieldsFragment, "firstName" | "lastName">): string {
  return [firstName, lastName].filter((part) => part !== null && part !== "").join(" ");
}

function useColumns(onManage: (id: string) => void): GridColumn<SubscriberFieldsFragment>[] {
  const { t } = useTranslation("subscribers");
  return [
    { key: "email", header: t("person"), isPrimary: true, cell: (row) => <Person of={row} /> },
    { key: "package", header: t("package"), cell: (row) => <Package of={row} />, phonePlace: "end" },
    { key: "addons", header: t("addons"), cell: (row) => <Addons of={row} />, hideOnPhone: true },
    { key: "reach", header: t("reach"), cell: (row) => <Reach of={row} />, hideOnPhone: true },
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

interface Of {
  readonly of: SubscriberFieldsFragment;
}

function Person({ of }: Of) {
  const { t } = useTranslation("subscribers");
  const name = nameOf(of);
  return (
    <>
      {of.email}
      {of.role === "FULL_ADMIN" && (
        <Badge ml="xs" size="sm" variant="light">
          {t("role.FULL_ADMIN")}
        </Badge>
      )}
      {name !== "" && <span className={classes.sub}>{name}</span>}
    </>
  );
}

function Package({ of }: Of) {
  const { t } = useTranslation("subscribers");
  return (
    <>
      {of.package.name}
      {of.nextPackage !== null && <span className={classes.sub}>{t("next", { package: of.nextPackage.name })}</span>}
    </>
  );
}

function Addons({ of: { addons } }: Of) {
  if (addons.length === 0) return <span className={classes.quiet}>–</span>;
  return addons.map(({ offering }) => offering.name).join(" · ");
}

function Reach({ of: { phone, extension, isUnreachable } }: Of) {
  const { t } = useTranslation("subscribers");
  if (isUnreachable) return <StateDot tone="warn">{t("unreachable")}</StateDot>;
  const parts = [
    ...(phone === null ? [] : [formatPhoneNumber(phone)]),
    ...(extension === null ? [] : [t("extensionShort", { extension })]),
  ];
  return parts.length === 0 ? <span className={classes.quiet}>–</span> : parts.join(" · ");
}

function State({ of: { state, service } }: Of) {
  const { t } = useTranslation("subscribers");
  const reseller = useReseller();
  const dot = <StateDot tone={stateTone("subscriber", state)}>{t(`states.${state}`)}</StateDot>;
  if (state === "PROVISIONED" || service.currentRun === null) return dot;
  return <AppLink href={path.run(reseller, service.currentRun.id)}>{dot}</AppLink>;
}
