import { useQuery } from "@apollo/client/react";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { AllowanceDialog } from "./AllowanceDialog.tsx";
import { AllowanceListDocument, type AllowanceRowFragment } from "./allowances.generated.ts";
import classes from "./Rates.module.css";

/** Included minutes as this reseller offers them. */
export function AllowanceList() {
  const { t } = useTranslation(["allowances", "rows"]);
  const can = useCan("rate.edit");
  const [opened, setOpened] = useState<AllowanceRowFragment | "new" | null>(null);
  const result = useQuery(AllowanceListDocument, { fetchPolicy: "cache-and-network" });
  const columns = useColumns();
  return (
    <div className={classes.box}>
      <div className={classes.toolbar}>
        <p className={classes.dim}>{t("hint")}</p>
        <ReasonedButton
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
          disabledReason={can.reason}
          onClick={() => setOpened("new")}
        >
          {t("new")}
        </ReasonedButton>
      </div>
      <QueryState result={result}>
        {({ allowances }) => (
          <DataGrid<AllowanceRowFragment>
            columns={columns}
            rows={allowances}
            rowKey={({ id }) => id}
            {...(can.isAllowed && { onRowOpen: setOpened })}
            caption={t("title")}
            empty={<EmptyState kind="first" title={t("noneOffered")} />}
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            hasPageKeys
          />
        )}
      </QueryState>
      {opened !== null && (
        <AllowanceDialog
          allowance={opened === "new" ? null : opened}
          onClose={() => setOpened(null)}
          onSaved={() => void result.refetch()}
        />
      )}
    </div>
  );
}

function useColumns(): GridColumn<AllowanceRowFragment>[] {
  const { t } = useTranslation("allowances");
  const locale = useLocale();
  return [
    { key: "name", header: t("column.name"), isPrimary: true, cell: ({ name }) => name },
    {
      key: "minutes",
      header: t("column.minutes"),
      align: "end",
      phonePlace: "start",
      cell: ({ minutes }) => t("minutes", { minutes: formatNumber(minutes, locale) }),
    },
    {
      key: "fee",
      header: t("column.fee"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ fee }) => <MoneyText {...fee} locale={locale} />,
    },
    {
      key: "numbers",
      header: t("column.numbers"),
      hideOnPhone: true,
      cell: ({ prefixes }) => (prefixes.length === 0 ? t("anyNumbers") : prefixes.join(", ")),
    },
    {
      key: "rollover",
      header: t("column.rollover"),
      align: "end",
      hideOnPhone: true,
      cell: ({ rolloverMinutesMax }) => t("minutes", { minutes: formatNumber(rolloverMinutesMax, locale) }),
    },
    {
      key: "offered",
      header: t("column.offered"),
      phonePlace: "end",
      cell: ({ isOffered }) => t(isOffered ? "offered.yes" : "offered.no"),
    },
  ];
}
