import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ProblemRowFragment } from "../api/problems.generated.ts";
import { useViewer } from "../api/viewer.tsx";
import { useLocale } from "../i18n/use-locale.ts";
import { DataGrid, type DataGridProps } from "../ui/DataGrid.tsx";
import type { GridColumn } from "../ui/grid-column.ts";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { stateTone } from "../ui/state-tone.ts";
import { StateDot } from "../ui/StateDot.tsx";
import { renderLink } from "./AppLink.tsx";

type Paging = Pick<DataGridProps<ProblemRowFragment>, "hasMore" | "onMore" | "isLoadingMore" | "isLoading" | "total">;

interface ProblemTableProps extends Paging {
  readonly problems: readonly ProblemRowFragment[];
  readonly caption: string;
  readonly empty: ReactNode;
  /** Left out where a row says all there is to see. */
  readonly hrefOf?: (id: string) => string;
  readonly hidesCustomer?: boolean;
  readonly hasPageKeys?: boolean;
}

/** Problems as they were reported, newest first. */
export function ProblemTable({ problems, caption, hrefOf, hidesCustomer = false, ...rest }: ProblemTableProps) {
  const { t } = useTranslation(["problems", "rows", "words"]);
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const columns: GridColumn<ProblemRowFragment>[] = [
    { key: "text", header: t("column.text"), cell: ({ text }) => firstLine(text), isPrimary: true },
    {
      key: "customer",
      header: t("column.customer"),
      cell: ({ customer }) => customer.label,
      phonePlace: "start",
    },
    { key: "about", header: t("column.about"), cell: (problem) => aboutOf(problem) || "–", hideOnPhone: true },
    { key: "reporter", header: t("column.reporter"), cell: ({ reporter }) => reporter, hideOnPhone: true },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ state }) => <StateDot tone={stateTone("problem", state)}>{t(`words:problem.${state}`)}</StateDot>,
      phonePlace: "topEnd",
    },
    {
      key: "createdAt",
      header: t("column.createdAt"),
      align: "end",
      cell: ({ createdAt }) => <RelativeTime value={createdAt} locale={locale} timeZone={timeZone} />,
      phonePlace: "end",
    },
  ];
  return (
    <DataGrid<ProblemRowFragment>
      {...rest}
      columns={columns.filter(({ key }) => !(hidesCustomer && key === "customer"))}
      rows={problems}
      rowKey={({ id }) => id}
      {...(hrefOf !== undefined && { rowHref: ({ id }: ProblemRowFragment) => hrefOf(id) })}
      renderLink={renderLink}
      caption={caption}
      labels={{ more: t("rows:more"), loading: t("rows:loading") }}
    />
  );
}

export function aboutOf({ service, application }: Pick<ProblemRowFragment, "service" | "application">): string {
  return [service?.name, application].filter((part) => part != null).join(", ");
}

const shownMax = 90;

export function firstLine(text: string): string {
  const line = text.trim().split("\n")[0] ?? "";
  return line.length > shownMax ? `${line.slice(0, shownMax)}…` : line;
}
