import { useTranslation } from "react-i18next";
import type { HeldAllowanceRowFragment } from "../api/allowances.generated.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { DateText } from "../ui/DateText.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { formatNumber } from "../ui/format.ts";
import type { GridColumn } from "../ui/grid-column.ts";

/** Minutes with a tenth where there is one: 36 seconds are 0.6. */
export function minutesOf(seconds: number, locale: string): string {
  return formatNumber(Math.round(seconds / 6) / 10, locale);
}

/** What a customer, or a line of it, has of included minutes, and how much of it is left in this cycle. */
export function AllowanceCounts({ held }: { readonly held: readonly HeldAllowanceRowFragment[] }) {
  const { t } = useTranslation(["allowances", "rows"]);
  const locale = useLocale();
  const minutes = (seconds: number | undefined) =>
    seconds === undefined ? "" : t("minutes", { minutes: minutesOf(seconds, locale) });
  const columns: GridColumn<HeldAllowanceRowFragment>[] = [
    {
      key: "slot",
      header: t("column.calls"),
      isPrimary: true,
      cell: ({ slot, prefixes, serviceId }) => {
        if (serviceId !== null) return t("anyNumber");
        return slot === "NUMBERS" && prefixes.length > 0
          ? t("numbers", { prefixes: prefixes.join(", ") })
          : t(`slot.${slot}`);
      },
    },
    {
      key: "name",
      header: t("column.name"),
      phonePlace: "start",
      cell: ({ name, serviceName, drawsFromLocal }) => {
        if (drawsFromLocal) return t("fromLocal");
        return serviceName === null ? name : t("ofLine", { name, line: serviceName });
      },
    },
    {
      key: "left",
      header: t("column.left"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ count }) => minutes(count?.leftSeconds),
    },
    {
      key: "used",
      header: t("column.used"),
      align: "end",
      hideOnPhone: true,
      cell: ({ count }) => minutes(count?.usedSeconds),
    },
    {
      key: "of",
      header: t("column.of"),
      align: "end",
      hideOnPhone: true,
      cell: ({ count }) => (count == null ? "" : minutes(count.grantedSeconds + count.rolledSeconds)),
    },
    {
      key: "renews",
      header: t("column.renews"),
      align: "end",
      phonePlace: "end",
      cell: ({ count }) => (count == null ? "" : <DateText value={count.endsOn} locale={locale} />),
    },
  ];
  return (
    <DataGrid<HeldAllowanceRowFragment>
      columns={columns}
      rows={held}
      rowKey={({ slot, allowanceId, serviceId }) => `${slot} ${allowanceId ?? serviceId}`}
      caption={t("title")}
      empty={<EmptyState kind="first" title={t("none")} />}
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}
