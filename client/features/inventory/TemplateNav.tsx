import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { formatNumber } from "../../ui/format.ts";
import { nameInAddress } from "./inventory-state.ts";
import type { TemplateRowFragment } from "./inventory.generated.ts";
import classes from "./InventoryPage.module.css";

interface TemplateNavProps {
  readonly templates: readonly TemplateRowFragment[];
  readonly chosen: TemplateRowFragment | null;
}

/** The sorts of stock, each with how much of it is free, and a mark where that is little. */
export function TemplateNav({ templates, chosen }: TemplateNavProps) {
  const { t } = useTranslation("inventory");
  const reseller = useReseller();
  return (
    <nav className={classes.nav} aria-label={t("templates")}>
      <AppLink
        className={classes.navItem}
        href={path.inventory(reseller)}
        {...(chosen === null && { "aria-current": "page" as const })}
      >
        <span className={classes.navName}>{t("all")}</span>
      </AppLink>
      {templates.map((template) => (
        <AppLink
          key={template.id}
          className={classes.navItem}
          href={path.inventory(reseller, { template: nameInAddress(templates, template) })}
          {...(chosen?.id === template.id && { "aria-current": "page" as const, ref: intoView })}
        >
          <span className={classes.navName}>{template.label}</span>
          <Free template={template} />
          <Counts template={template} />
        </AppLink>
      ))}
    </nav>
  );
}

/** On a phone the sorts are a row that scrolls. */
function intoView(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: "nearest", inline: "center" });
}

export function isLow({ available, lowStockThreshold }: TemplateRowFragment): boolean {
  return available < lowStockThreshold;
}

function Free({ template }: { template: TemplateRowFragment }) {
  const { t } = useTranslation("inventory");
  const number = formatNumber(template.available, useLocale());
  if (!isLow(template)) return <span className={classes.navFree}>{t("freeCount", { number })}</span>;
  return (
    <span className={classes.navFree} data-low>
      <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
      {t("lowCount", { number })}
    </span>
  );
}

/** Of the rest only what there is: reserved, assigned, resting … */
function Counts({ template: { counts } }: { template: TemplateRowFragment }) {
  const { t } = useTranslation("words");
  const locale = useLocale();
  const taken = counts.filter(({ state, count }) => count > 0 && state !== "NEW" && state !== "IN_STOCK");
  return (
    <span className={classes.navCounts}>
      {taken.map(({ state, count }) => (
        <span key={state}>
          {t(`item.${state}`)} {formatNumber(count, locale)}
        </span>
      ))}
    </span>
  );
}
