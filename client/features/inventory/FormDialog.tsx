import { useTranslation } from "react-i18next";
import { FormDialog as PlainFormDialog, type FormDialogProps } from "../../ui/FormDialog.tsx";

/** A question with a few fields, in this feature's words. */
export function FormDialog(props: Omit<FormDialogProps, "labels">) {
  const { t } = useTranslation("inventory");
  const labels = { close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") };
  return <PlainFormDialog {...props} labels={labels} />;
}
