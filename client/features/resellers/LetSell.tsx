import { useQuery } from "@apollo/client/react";
import { Radio } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { searchDebounceMs } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { QueryState } from "../../navigation/QueryState.tsx";
import { CatalogChangeView } from "./CatalogChangeView.tsx";
import { DialogForm, ResellerDialog, type ResellerDialogProps } from "./ResellerDialog.tsx";
import classes from "./Resellers.module.css";
import { SellableFields } from "./SellableFields.tsx";
import { LetResellerSellDocument, ResellerSellingPlanDocument } from "./selling.generated.ts";
import { useDeed } from "./use-deed.ts";
import { useSellable, type Sells } from "./use-sellable.ts";

/** Which offerings of those above it a reseller, and all below it, may sell: what would change is told before it is saved. */
export function LetSell(props: ResellerDialogProps) {
  const { t } = useTranslation("resellers");
  return (
    <ResellerDialog {...props} title={t("sells.dialog", { name: props.reseller.name })}>
      <WholeForm {...props} />
    </ResellerDialog>
  );
}

/** Of what was whole first: what comes later would take ticks away, and is there when the dialog is opened again. */
function WholeForm(props: ResellerDialogProps) {
  const { result, isWhole } = useSellable(props.reseller.id);
  const [sells, setSells] = useState<Sells | null>(null);
  const found = isWhole ? (result.data?.reseller ?? null) : null;
  if (sells === null && found !== null) setSells(found);
  if (sells !== null) return <SellForm {...props} sells={sells} />;
  return (
    <QueryState result={{ ...result, data: undefined }} rows={6}>
      {() => null}
    </QueryState>
  );
}

function SellForm({ reseller, sells, onClose }: ResellerDialogProps & { sells: Sells }) {
  const { t } = useTranslation("resellers");
  const { nodes } = sells.sellableOfferings;
  // Where everything was sold, all of it is the beginning, and what is not meant is taken away.
  const letNow = () => nodes.filter(({ isLet }) => isLet).map(({ offering }) => offering.id);
  const [ticked, setTicked] = useState<readonly string[] | null>(() => (sells.sellsAll ? null : letNow()));
  const { send, isBusy, problem } = useDeed(LetResellerSellDocument);
  const [asked] = useDebouncedValue(ticked, searchDebounceMs);
  const plan = useQuery(ResellerSellingPlanDocument, {
    variables: { id: reseller.id, offeringIds: asked === null ? null : [...asked] },
    fetchPolicy: "network-only",
  });
  const save = async (): Promise<void> => {
    const offeringIds = ticked === null ? null : [...ticked];
    if (await send({ input: { id: reseller.id, version: sells.version, offeringIds } })) onClose();
  };
  const isTold = asked === ticked && plan.data !== undefined && !plan.loading;
  return (
    <DialogForm
      onClose={onClose}
      onSubmit={() => void save()}
      deed={t("sells.save")}
      isBusy={isBusy}
      problem={problem === null ? null : { message: problem }}
      disabledReason={isTold || plan.error !== undefined ? null : t("sells.wait")}
    >
      <p className={classes.dim}>{t("sells.text", { name: reseller.name })}</p>
      <Radio.Group
        label={t("sells.which")}
        value={ticked === null ? "all" : "some"}
        onChange={(choice) => setTicked(choice === "all" ? null : letNow())}
      >
        <Radio value="all" data-autofocus label={t("sells.all")} description={t("sells.allHint")} mt={6} />
        <Radio value="some" label={t("sells.some")} description={t("sells.someHint")} mt={8} />
      </Radio.Group>
      {ticked !== null && <SellableFields sellable={nodes} ticked={ticked} onChange={setTicked} />}
      <div className={classes.group} aria-live="polite">
        <h3 className={classes.groupTitle}>{t("sells.effect.title")}</h3>
        <QueryState result={{ ...plan, data: plan.data ?? plan.previousData }} rows={2}>
          {({ resellerSelling }) => <CatalogChangeView change={resellerSelling.catalog} />}
        </QueryState>
      </div>
    </DialogForm>
  );
}
