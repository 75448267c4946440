import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import classes from "./ActingNotice.module.css";

/** In whose place one works, on every page; the way back is a page load, as the way there was. */
export function ActingNotice() {
  const { t } = useTranslation("shell");
  const { onBehalfOf, user } = useViewer();
  if (onBehalfOf === null) return null;
  return (
    <aside className={classes.notice} aria-label={t("acting.label")}>
      <span>{t("acting.text", { name: onBehalfOf.name, user: user.name })}</span>
      <a href="/">{t("acting.back")}</a>
    </aside>
  );
}
