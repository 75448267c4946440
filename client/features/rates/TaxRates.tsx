import { useQuery } from "@apollo/client/react";
import { IconPlus } from "@tabler/icons-react";
import { taxedKinds } from "@tierline/shared/tax.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { countryName } from "../../ui/countries.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatDate, formatNumber } from "../../ui/format.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./Rates.module.css";
import { TaxRateDialog } from "./TaxRateDialog.tsx";
import { TaxRatesDocument, type TaxRateRowFragment } from "./taxes.generated.ts";

/** What this reseller takes for the tax office, by place: what counts, what is to come, what is over. */
export function TaxRates() {
  const { t } = useTranslation(["taxes", "rows"]);
  const can = useCan("rate.edit");
  const [opened, setOpened] = useState<TaxRateRowFragment | "new" | null>(null);
  const result = useQuery(TaxRatesDocument, { fetchPolicy: "cache-and-network" });
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
        {({ taxRates }) => (
          <DataGrid<TaxRateRowFragment>
            columns={columns}
            rows={taxRates}
            rowKey={keyOf(taxRates)}
            {...(can.isAllowed && { onRowOpen: setOpened })}
            caption={t("title")}
            empty={
              <EmptyState kind="first" title={t("none")}>
                {t("noneText")}
              </EmptyState>
            }
            labels={{ more: t("rows:more"), loading: t("rows:loading") }}
            hasPageKeys
          />
        )}
      </QueryState>
      {opened !== null && (
        <TaxRateDialog
          rate={opened === "new" ? null : opened}
          onClose={() => setOpened(null)}
          onSaved={() => void result.refetch()}
        />
      )}
    </div>
  );
}

/** What was said twice of a day stands there twice. */
function keyOf(rows: readonly TaxRateRowFragment[]): (row: TaxRateRowFragment) => string {
  return (row) => `${row.country} ${row.region} ${row.name} ${row.effectiveFrom} ${rows.indexOf(row)}`;
}

function useColumns(): GridColumn<TaxRateRowFragment>[] {
  const { t } = useTranslation("taxes");
  const locale = useLocale();
  const place = ({ country, region }: TaxRateRowFragment) => {
    const name = countryName(country, locale);
    return region === null ? name : `${name}, ${region}`;
  };
  return [
    { key: "name", header: t("column.name"), isPrimary: true, cell: ({ name }) => name },
    { key: "place", header: t("column.place"), phonePlace: "start", cell: place },
    {
      key: "percent",
      header: t("column.percent"),
      align: "end",
      phonePlace: "topEnd",
      cell: ({ percent }) => (percent === null ? t("over") : t("percent", { percent: formatNumber(percent, locale) })),
    },
    {
      key: "isIncluded",
      header: t("column.prices"),
      hideOnPhone: true,
      cell: ({ isIncluded }) => t(isIncluded ? "included" : "added"),
    },
    {
      key: "kinds",
      header: t("column.kinds"),
      hideOnPhone: true,
      cell: ({ kinds }) =>
        kinds.length === taxedKinds.length ? t("everything") : kinds.map((kind) => t(`kind.${kind}`)).join(", "),
    },
    {
      key: "effectiveFrom",
      header: t("column.effectiveFrom"),
      phonePlace: "end",
      cell: ({ effectiveFrom }) => formatDate(effectiveFrom, locale),
    },
    {
      key: "isInForce",
      header: t("column.state"),
      hideOnPhone: true,
      cell: ({ isInForce }) => (isInForce ? t("inForce") : "–"),
    },
  ];
}
