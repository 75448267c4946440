import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DelegateToResellerDocument } from "./reseller-changes.generated.ts";
import { DialogForm, ResellerDialog, type ResellerDialogProps } from "./ResellerDialog.tsx";
import classes from "./Resellers.module.css";
import { RightsFields } from "./RightsFields.tsx";
import { useDeed } from "./use-deed.ts";

/** What a reseller below and all below it may do at most; it holds from their next request on. */
export function LimitReseller(props: ResellerDialogProps) {
  const { t } = useTranslation("resellers");
  return (
    <ResellerDialog {...props} title={t("rights.dialog", { name: props.reseller.name })}>
      <LimitForm {...props} />
    </ResellerDialog>
  );
}

function LimitForm({ reseller, onClose }: ResellerDialogProps) {
  const { t } = useTranslation("resellers");
  const [before] = useState(reseller.delegated ?? null);
  const [delegated, setDelegated] = useState<string[] | null>(before === null ? null : [...before]);
  const { send, isBusy, problem } = useDeed(DelegateToResellerDocument);
  const save = async (): Promise<void> => {
    if (await send({ input: { id: reseller.id, delegated } })) onClose();
  };
  return (
    <DialogForm
      onClose={onClose}
      onSubmit={() => void save()}
      deed={t("rights.save")}
      isBusy={isBusy}
      problem={problem === null ? null : { message: problem }}
    >
      <p className={classes.dim}>{t("rights.text", { name: reseller.name })}</p>
      <RightsFields value={delegated} onChange={setDelegated} before={before} />
    </DialogForm>
  );
}
