import { useTranslation } from "react-i18next";

/** What all dialogs of this feature say around their fields. */
export function usePeopleLabels() {
  const { t } = useTranslation("people");
  return { close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request"), save: t("save") };
}
