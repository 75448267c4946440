import { useTranslation } from "react-i18next";

export function useDialogLabels() {
  const { t } = useTranslation("numbers");
  return { close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") };
}
