import { useTranslation } from "react-i18next";
import type { FormDialogProps } from "../ui/FormDialog.tsx";

export function useFactorLabels(): FormDialogProps["labels"] {
  const { t } = useTranslation("account");
  return { close: t("factors.close"), cancel: t("factors.cancel"), notDone: t("notDone"), request: t("request") };
}
