import { useTranslation } from "react-i18next";
import { NewResellerButton } from "./ResellerListPage.tsx";
import type { ResellerView } from "./reseller-view.ts";
import classes from "./Resellers.module.css";
import { ResellerTree } from "./ResellerTree.tsx";

export function ResellersBelow({ reseller: { id, name, state, tierPath } }: { reseller: ResellerView }) {
  const { t } = useTranslation("resellers");
  return (
    <div className={classes.below}>
      <div className={classes.belowHead}>
        <span className={classes.dim}>{t("below.text", { name })}</span>
        <NewResellerButton parentId={id} reason={state === "ACTIVE" ? null : t(`below.notWhile.${state}`, { name })} />
      </div>
      <ResellerTree caption={t("tab.resellers")} top={{ id, depth: tierPath.length }} />
    </div>
  );
}
