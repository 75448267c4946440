import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatDateTime, formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { ImportListDialog } from "./ImportListDialog.tsx";
import { ListSources } from "./ListSources.tsx";
import { ScreeningListsDocument, type ListVersionFragment } from "./screening.generated.ts";
import { ScreeningSettings } from "./ScreeningSettings.tsx";
import classes from "./Screening.module.css";

const pollMs = 15_000;

/** What the operator has imported, the newest first, and where more is handed in. */
export function ScreeningListsPage() {
  const { t } = useTranslation(["screening", "rows"]);
  const locale = useLocale();
  const reseller = useReseller();
  const can = useCan("screening.import");
  const { timeZone } = useViewer().reseller;
  const [isSetting, setSetting] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const result = useQuery(ScreeningListsDocument, { fetchPolicy: "cache-and-network", pollInterval: pollMs });
  const number = (value: number): string => formatNumber(value, locale);
  const columns: GridColumn<ListVersionFragment>[] = [
    {
      key: "list",
      header: t("lists.list"),
      cell: (each) => t("fact.list", { list: t(`list.${each.list}`), version: each.number }),
      isPrimary: true,
    },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ isCurrent, askedAt }) => (
        <StateDot tone={isCurrent ? (askedAt === null ? "running" : "ok") : "off"}>
          {t(isCurrent ? (askedAt === null ? "lists.comparing" : "lists.inForce") : "lists.past")}
        </StateDot>
      ),
      phonePlace: "topEnd",
    },
    {
      key: "entries",
      header: t("lists.entries"),
      align: "end",
      cell: ({ entries }) => number(entries),
      hideOnPhone: true,
    },
    {
      key: "changes",
      header: t("lists.changes"),
      cell: ({ added, changed, gone }) =>
        t("lists.counts", { added: number(added), changed: number(changed), gone: number(gone) }),
      hideOnPhone: true,
    },
    {
      key: "touched",
      header: t("lists.touched"),
      align: "end",
      cell: ({ touched }) => number(touched),
      hideOnPhone: true,
    },
    {
      key: "importedAt",
      header: t("lists.imported"),
      align: "end",
      cell: ({ importedAt, importedBy }) => `${formatDateTime(importedAt, locale, { timeZone })}, ${importedBy}`,
      phonePlace: "end",
    },
  ];
  return (
    <>
      <PageHeader
        title={t("lists.title")}
        description={t("lists.description")}
        crumb={<AppLink href={path.screening(reseller)}>{t("title")}</AppLink>}
        actions={
          <>
            <ReasonedButton variant="default" disabledReason={can.reason} onClick={() => setSetting(true)}>
              {t("settings.open")}
            </ReasonedButton>
            <ReasonedButton disabledReason={can.reason} onClick={() => setImporting(true)}>
              {t("lists.import")}
            </ReasonedButton>
          </>
        }
      />
      <div className={classes.box}>
        <QueryState result={result}>
          {({ screeningLists }) => (
            <DataGrid<ListVersionFragment>
              columns={columns}
              rows={screeningLists}
              rowKey={({ id }) => id}
              caption={t("lists.title")}
              empty={<EmptyState kind="first" title={t("lists.none")} />}
              labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            />
          )}
        </QueryState>
      </div>
      <ListSources />
      {isSetting && <ScreeningSettings onClose={() => setSetting(false)} />}
      {isImporting && <ImportListDialog onClose={() => setImporting(false)} onImported={() => void result.refetch()} />}
    </>
  );
}
