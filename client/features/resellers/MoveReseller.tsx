import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { QueryState } from "../../navigation/QueryState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { CatalogChangeView } from "./CatalogChangeView.tsx";
import { ParentField } from "./ParentField.tsx";
import { MoveResellerDocument } from "./reseller-changes.generated.ts";
import { ResellerMovePlanDocument, type ResellerMovePlanQuery } from "./reseller.generated.ts";
import { DialogForm, ResellerDialog, type ResellerDialogProps } from "./ResellerDialog.tsx";
import classes from "./Resellers.module.css";
import { ResellerParentsDocument, type ParentResellerFragment } from "./resellers.generated.ts";
import { useDeed } from "./use-deed.ts";
import { isPermission } from "@tierline/shared/permission.ts";

type Plan = ResellerMovePlanQuery["resellerMove"];

/** Under another parent, with all that belongs to it: what would change is shown before it is done. */
export function MoveReseller(props: ResellerDialogProps) {
  const { t } = useTranslation("resellers");
  const result = useQuery(ResellerParentsDocument, { variables: { parentId: null }, skip: !props.isOpen });
  return (
    <ResellerDialog {...props} title={t("move.title", { name: props.reseller.name })}>
      <QueryState result={result} rows={3}>
        {({ resellers }) => <MoveForm {...props} choices={resellers.nodes} />}
      </QueryState>
    </ResellerDialog>
  );
}

interface MoveFormProps extends ResellerDialogProps {
  readonly choices: readonly ParentResellerFragment[];
}

function MoveForm({ reseller, choices, onClose }: MoveFormProps) {
  const { t } = useTranslation("resellers");
  const [parent, setParent] = useState<ParentResellerFragment | null>(null);
  const plan = useQuery(ResellerMovePlanDocument, {
    variables: { id: reseller.id, parentId: parent?.id ?? "" },
    skip: parent === null,
    fetchPolicy: "network-only",
  });
  const { send, isBusy, problem } = useDeed(MoveResellerDocument);
  const shown = parent === null ? undefined : plan.data?.resellerMove;
  const fingerprint = shown?.fingerprint ?? null;
  const move = async (): Promise<void> => {
    if (parent === null || fingerprint === null) return;
    if (await send({ input: { id: reseller.id, parentId: parent.id, fingerprint } })) return onClose();
    void plan.refetch(); // what has changed since is shown, to be agreed to anew
  };
  return (
    <DialogForm
      onClose={onClose}
      onSubmit={() => void move()}
      deed={t("move.confirm")}
      isBusy={isBusy}
      problem={problem === null ? null : { message: problem }}
      disabledReason={fingerprint === null ? t(shown === undefined ? "move.choose" : "move.cannot") : null}
    >
      <ParentField chosen={parent} choices={choices} label={t("move.parent")} onChoose={setParent} />
      {parent !== null && (
        <QueryState result={plan} rows={4}>
          {({ resellerMove }) => <PlanView plan={resellerMove} name={reseller.name} />}
        </QueryState>
      )}
    </DialogForm>
  );
}

function PlanView({ plan, name }: { plan: Plan; name: string }) {
  const { t } = useTranslation(["resellers", "permissions"]);
  const names = (tiers: Plan["before"]) => tiers.map((tier) => tier.name).join(" › ");
  const counts = (["resellers", "people", "customers", "services", "items"] as const).map((key) => ({
    key,
    label: t(`move.count.${key}`),
    value: plan[key],
  }));
  return (
    <>
      {plan.refusals.map(({ message }) => (
        <ErrorNotice key={message} tone="warn" title={t("move.refused")} what={message} />
      ))}
      <Facts
        items={[
          { key: "before", label: t("move.before"), value: names(plan.before) },
          { key: "after", label: t("move.after"), value: `${names(plan.after)} › ${name}`, isStrong: true },
          ...counts,
        ]}
      />
      {plan.rightsLost.length > 0 && (
        <div className={classes.group}>
          <h3 className={classes.groupTitle}>{t("move.rightsLost")}</h3>
          <ul className={classes.consequences}>
            {plan.rightsLost.filter(isPermission).map((key) => (
              <li key={key}>{t(`permissions:permission.${key}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {plan.catalog.lostCount + plan.catalog.gainedCount > 0 && (
        <div className={classes.group}>
          <h3 className={classes.groupTitle}>{t("sells.title")}</h3>
          <CatalogChangeView change={plan.catalog} />
        </div>
      )}
      <p className={classes.dim}>{t("move.once")}</p>
    </>
  );
}
