import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { DeleteRoleDocument, type RoleRowFragment } from "./roles.generated.ts";
import { usePeopleLabels } from "./use-people-labels.ts";

interface DeleteRoleProps {
  readonly role: RoleRowFragment;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

export function DeleteRole({ role, onClose, onDeleted }: DeleteRoleProps) {
  const { t } = useTranslation("roles");
  const labels = usePeopleLabels();
  const [remove] = useMutation(DeleteRoleDocument);
  const { send, isBusy, problem } = useSend();
  async function confirm(): Promise<void> {
    const input = { id: role.id };
    if (!(await send(async () => (await remove({ variables: { input } })).data?.deleteRole.userErrors))) return;
    onDeleted();
    onClose();
  }
  return (
    <FormDialog
      title={t("deleteNamed", { name: role.name })}
      onClose={onClose}
      deed={t("delete")}
      isDangerous
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void confirm()}
      labels={labels}
    >
      <p>{t("deleteText", { count: role.holderCount })}</p>
    </FormDialog>
  );
}
