import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import classes from "./CustomerPage.module.css";
import type { PackageRowFieldsFragment } from "./subscribers.generated.ts";

/** What outside systems said of it is for staff alone. */
interface PackageRow extends PackageRowFieldsFragment {
  readonly problem?: { readonly code: string; readonly text: string | null } | null;
}

/** Seats as `2 / 5`, and where each stands (C10, CX5). */
export function PackageRows({ rows }: { readonly rows: readonly PackageRow[] }) {
  const { t } = useTranslation(["subscribers", "rows"]);
  return (
    <DataGrid
      columns={useColumns()}
      rows={rows}
      rowKey={({ offering }) => offering.id}
      caption={t("packages")}
      empty={
        <EmptyState kind="first" title={t("noPackages")}>
          {t("noPackagesText")}
        </EmptyState>
      }
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}

function useColumns(): GridColumn<PackageRow>[] {
  const { t } = useTranslation(["subscribers", "words"]);
  const locale = useLocale();
  return [
    { key: "name", header: t("package"), isPrimary: true, cell: ({ offering }) => offering.name },
    {
      key: "kind",
      header: t("kind"),
      cell: ({ offering }) => t(offering.kind === "ADDON" ? "addon" : "package"),
      hideOnPhone: true,
    },
    {
      key: "seats",
      header: t("seats"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ used, limit }) =>
        t("seatsOf", {
          used: formatNumber(String(used), locale),
          limit: limit === null ? "∞" : formatNumber(String(limit), locale),
        }),
    },
    {
      key: "state",
      header: t("state"),
      phonePlace: "start",
      cell: ({ state, problem }) => (
        <>
          <StateDot tone={stateTone("package", state)}>{t(`packageStates.${state}`)}</StateDot>
          {problem != null && (
            <span className={classes.sub}>{[problem.code, problem.text].filter(Boolean).join(": ")}</span>
          )}
        </>
      ),
    },
  ];
}
