import { useState } from "react";
import { useTranslation } from "react-i18next";
import { areSame, LimitsFields, limitsOf } from "./LimitsFields.tsx";
import { DelegateToResellerDocument, LimitResellerDocument } from "./reseller-changes.generated.ts";
import { DialogForm, ResellerDialog, type ResellerDialogProps } from "./ResellerDialog.tsx";
import classes from "./Resellers.module.css";
import { RightsFields } from "./RightsFields.tsx";
import { useDeed } from "./use-deed.ts";

/** What a reseller below and all below it may do at most, and how much they may have; it holds from their next request on. */
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
  const [before] = useState({ delegated: reseller.delegated ?? null, limits: limitsOf(reseller.limits) });
  const [delegated, setDelegated] = useState<string[] | null>(before.delegated === null ? null : [...before.delegated]);
  const [limits, setLimits] = useState(before.limits);
  const delegate = useDeed(DelegateToResellerDocument);
  const limit = useDeed(LimitResellerDocument);
  const problem = limit.problem ?? delegate.problem;
  const save = async (): Promise<void> => {
    const { id } = reseller;
    if (!areSame(limits, before.limits) && !(await limit.send({ input: { id, ...limits } }))) return;
    if (await delegate.send({ input: { id, delegated } })) onClose();
  };
  return (
    <DialogForm
      onClose={onClose}
      onSubmit={() => void save()}
      deed={t("rights.save")}
      isBusy={limit.isBusy || delegate.isBusy}
      problem={problem === null ? null : { message: problem }}
    >
      <p className={classes.dim}>{t("rights.text", { name: reseller.name })}</p>
      <RightsFields value={delegated} onChange={setDelegated} before={before.delegated} />
      <LimitsFields value={limits} onChange={setLimits} />
    </DialogForm>
  );
}
