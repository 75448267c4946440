import { useTranslation } from "react-i18next";
import classes from "./Resellers.module.css";
import type { CatalogChangeFieldsFragment } from "./selling.generated.ts";

/** What a reseller could not sell any more, and what it could besides: by name, as many as are looked at. */
export function CatalogChangeView({ change }: { change: CatalogChangeFieldsFragment }) {
  const { t } = useTranslation("resellers");
  if (change.lostCount === 0 && change.gainedCount === 0)
    return <p className={classes.dim}>{t("sells.effect.none")}</p>;
  return (
    <ul className={classes.consequences}>
      {(["lost", "gained"] as const)
        .map((key) => ({ key, offerings: change[key], count: change[`${key}Count`] }))
        .filter(({ count }) => count > 0)
        .map(({ key, offerings, count }) => (
          <li key={key}>
            {t(`sells.effect.${key}`, { count })}{" "}
            {offerings
              .slice(0, namedMax)
              .map(({ name }) => name)
              .join(", ")}
            {count > namedMax && ` ${t("sells.effect.more", { count: count - namedMax })}`}
          </li>
        ))}
      {change.services > 0 && <li>{t("sells.effect.services", { count: change.services })}</li>}
    </ul>
  );
}

const namedMax = 12;
