import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { useSetPresets, type ResellersPresets } from "./use-set-presets.ts";

interface RemovePresetProps {
  readonly of: ResellersPresets;
  readonly index: number;
  readonly onClose: () => void;
}

export function RemovePreset({ of, index, onClose }: RemovePresetProps) {
  const { t } = useTranslation(["presets", "customers", "shell"]);
  const set = useSetPresets(of);
  const { send, isBusy, problem } = useSend();
  const name = of.delegationPresets[index]?.name ?? "";
  const remove = async (): Promise<void> => {
    if (await send(() => set(index, null))) onClose();
  };
  return (
    <FormDialog
      title={t("removeNamed", { name })}
      onClose={onClose}
      deed={t("remove")}
      isDangerous
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void remove()}
      labels={{
        close: t("customers:close"),
        cancel: t("customers:cancel"),
        notDone: t("customers:notSaved"),
        request: t("shell:failed.requestId"),
      }}
    >
      <p>{t("removeText")}</p>
    </FormDialog>
  );
}
