import { useTranslation } from "react-i18next";

/** What the buttons and refusals of this feature's dialogs say. */
export function useRateLabels() {
  const { t } = useTranslation("rates");
  return {
    close: t("dialog.close"),
    cancel: t("dialog.cancel"),
    save: t("dialog.save"),
    notDone: t("dialog.notDone"),
    request: t("dialog.request"),
  };
}
