import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatNumber } from "../../ui/format.ts";
import type { CatalogRequirementFragment } from "./catalog.generated.ts";
import classes from "./CatalogPage.module.css";

/** How much there is of what the offering needs, for those who may see the stock. */
export function StockText({ requirements }: { requirements: readonly CatalogRequirementFragment[] }) {
  const { t } = useTranslation("catalog");
  const canSee = useCan("inventory.view").isAllowed;
  if (!canSee) return <span />;
  return (
    <div className={classes.stock}>
      {requirements.length === 0 && <span>{t("needsNothing")}</span>}
      {requirements.map((each) => (
        <StockOf key={each.slot} requirement={each} />
      ))}
    </div>
  );
}

interface StockOfProps {
  readonly requirement: CatalogRequirementFragment;
  /** Whether what it is stands beside it already. */
  readonly isNamed?: boolean;
}

export function StockOf({ requirement: { label, available, template }, isNamed = false }: StockOfProps) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const isLow = available < template.lowStockThreshold || available === 0;
  const number = formatNumber(available, locale);
  return (
    <span className={classes.stockOf} data-low={isLow || undefined} data-empty={available === 0 || undefined}>
      {isLow && <IconAlertTriangle size={14} stroke={1.6} aria-hidden />}
      {available === 0
        ? t(isNamed ? "stock.outNamed" : "stock.out", { item: label })
        : t(`stock.${isLow ? "low" : "some"}${isNamed ? "Named" : ""}`, { item: label, number })}
    </span>
  );
}
