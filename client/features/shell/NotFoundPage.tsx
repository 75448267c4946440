import { useTranslation } from "react-i18next";
import { useEffect } from "react";
import { NotFound } from "../../navigation/NotFound.tsx";
import classes from "./NotFoundPage.module.css";
import { pageName } from "../../theme/brand.ts";

/** Outside the console: an address that never was, or a tier that is not yours. */
export function NotFoundPage() {
  const { t } = useTranslation("shell");
  useEffect(() => {
    document.title = `${t("notFound.title")} · ${pageName}`;
  }, [t]);
  return (
    <main className={classes.page}>
      <NotFound />
    </main>
  );
}
