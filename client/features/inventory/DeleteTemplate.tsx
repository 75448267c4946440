import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "./FormDialog.tsx";
import type { TemplateRowFragment } from "./inventory.generated.ts";
import { DeleteTemplateDocument } from "./template.generated.ts";
import { useSend } from "../../api/use-send.ts";

interface DeleteTemplateProps {
  readonly template: TemplateRowFragment;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Only what nobody uses goes: offerings that need it, or items of it, keep it (O17). */
export function DeleteTemplate({ template, onClose, onDeleted }: DeleteTemplateProps) {
  const { t } = useTranslation("inventory");
  // What the server counted wins over what the list knew.
  const [offerings, setOfferings] = useState(template.offeringCount);
  const { send, isBusy, problem } = useSend();
  const [remove] = useMutation(DeleteTemplateDocument);
  const used = offerings > 0 ? t("inUse", { count: offerings }) : null;

  async function drop(): Promise<void> {
    const isDone = await send(async () => {
      const { data } = await remove({ variables: { input: { id: template.id } } });
      const errors = data?.deleteInventoryTemplate.userErrors ?? [];
      for (const error of errors) if ("offerings" in error) setOfferings(error.offerings);
      return errors;
    });
    if (!isDone) return;
    onDeleted();
    onClose();
  }

  return (
    <FormDialog
      title={t("deleteNamed", { template: template.label })}
      isOpen
      onClose={onClose}
      deed={t("delete")}
      isDangerous
      disabledReason={used}
      isBusy={isBusy}
      problem={used === null ? problem : null}
      onSubmit={() => void drop()}
    >
      <p>{used === null ? t("deleteText") : t("inUseText", { used })}</p>
    </FormDialog>
  );
}
