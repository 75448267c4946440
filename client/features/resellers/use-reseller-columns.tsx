import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ownerNames } from "../../navigation/owner-names.ts";
import { countryName } from "../../ui/countries.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { ResellerStateText } from "./ResellerStateText.tsx";
import classes from "./Resellers.module.css";
import type { ResellerRowFragment } from "./resellers.generated.ts";

interface ColumnOptions {
  /** How deep in the tree the top of the list stands; null where rows stand alone, as the answers of a search do. */
  readonly topDepth: number | null;
}

/** Name, key, state, country and currency, and who stands above. */
export function useResellerColumns({ topDepth }: ColumnOptions): GridColumn<ResellerRowFragment>[] {
  const { t } = useTranslation("resellers");
  const locale = useLocale();
  const viewer = useViewer();
  return [
    {
      key: "name",
      header: t("column.name"),
      cell: ({ name, tierPath }) => <Branch depth={topDepth === null ? 0 : tierPath.length - topDepth}>{name}</Branch>,
      isPrimary: true,
    },
    {
      key: "key",
      header: t("column.key"),
      cell: ({ key }) => <code className={classes.key}>{key}</code>,
      hideOnPhone: true,
    },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ state }) => <ResellerStateText state={state} />,
      phonePlace: "start",
    },
    {
      key: "country",
      header: t("column.country"),
      cell: ({ country }) => countryName(country, locale),
      hideOnPhone: true,
    },
    { key: "currency", header: t("column.currency"), cell: ({ currency }) => currency, phonePlace: "topEnd" },
    {
      key: "owner",
      header: t("column.owner"),
      cell: ({ tierPath }) => (
        <span className={classes.dim}>{ownerNames(tierPath.slice(0, -1), viewer.reseller.key).join(" › ") || "–"}</span>
      ),
      phonePlace: "end",
    },
  ];
}

/** The rail of the tiers, turned on its side: how far in says how far down. */
function Branch({ depth, children }: { depth: number; children: string }) {
  return (
    <span className={classes.branch} style={{ paddingInlineStart: Math.min(Math.max(depth, 0), depthDrawnMax) * 20 }}>
      {depth > 0 && <span className={classes.twig} aria-hidden="true" />}
      {children}
    </span>
  );
}

/** A deeper tree would leave no room for names; the path in the last column tells the rest. */
const depthDrawnMax = 8;
