import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { DeleteOnboardingTemplateDocument, type TemplateFieldsFragment } from "./templates.generated.ts";

interface DeleteTemplateProps {
  readonly of: TemplateFieldsFragment;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

export function DeleteTemplate({ of: { id, name, version, customerCount }, onClose, onDeleted }: DeleteTemplateProps) {
  const { t } = useTranslation("customer-templates");
  const { send, isBusy, problem } = useSend();
  const [remove] = useMutation(DeleteOnboardingTemplateDocument);
  const perform = async (): Promise<void> => {
    const variables = { input: { id, version } };
    if (!(await send(async () => (await remove({ variables })).data?.deleteOnboardingTemplate.userErrors))) return;
    onDeleted();
    onClose();
  };
  return (
    <FormDialog
      title={t("deleteNamed", { name })}
      onClose={onClose}
      deed={t("delete")}
      isDangerous
      disabledReason={customerCount > 0 ? t("inUse", { count: customerCount }) : null}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void perform()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p>{customerCount > 0 ? t("inUse", { count: customerCount }) : t("deleteText")}</p>
    </FormDialog>
  );
}
