import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import classes from "./CustomerPage.module.css";

/** A tag leads to all who bear it. */
export function TagList({ tags }: { tags: readonly string[] }) {
  const { t } = useTranslation("customers");
  const reseller = useReseller();
  return (
    <div className={classes.tags} role="group" aria-label={t("field.tags")}>
      {tags.map((tag) => (
        <AppLink key={tag} className={classes.tag} href={path.customers(reseller, { tag })}>
          {tag}
        </AppLink>
      ))}
    </div>
  );
}
