import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** The name of a column of buttons: eyes need none, who hears a table does. */
export function ActionsHead() {
  const { t } = useTranslation("rows");
  return <VisuallyHidden>{t("actions")}</VisuallyHidden>;
}
