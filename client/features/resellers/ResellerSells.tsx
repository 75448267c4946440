import { Button } from "@mantine/core";
import { IconCheck, IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { choice } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import { lazyDialog } from "../../ui/lazy-part.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { parentName } from "./parent-name.ts";
import { ManagedBy } from "./reseller-fields.tsx";
import type { ResellerView } from "./reseller-view.ts";
import classes from "./Resellers.module.css";
import { useRemark } from "./use-remark.ts";
import { byServiceType, useSellable, type Sellable, type Sells } from "./use-sellable.ts";

const letting = lazyDialog(() => import("./LetSell.tsx").then(({ LetSell }) => LetSell));

const urlState = z.object({ do: choice(["", "sell"], "") });

/** U24: which offerings of those above it a reseller sells. From below it is there to be read, with who says so (M14). */
export function ResellerSells({ reseller }: { reseller: ResellerView }) {
  const { t } = useTranslation(["resellers", "words", "rows"]);
  const locale = useLocale();
  const viewer = useViewer();
  const can = useCan("reseller.delegate");
  const [state, setState] = useUrlState(urlState);
  const { result, isWhole } = useSellable(reseller.id);
  const parent = parentName(reseller);
  const isOwn = reseller.id === viewer.reseller.id;
  const sells = result.data?.reseller;
  const nodes = sells?.sellableOfferings.nodes ?? [];
  return (
    <Panel
      title={t("sells.title")}
      count={sells == null || !isWhole ? undefined : formatNumber(nodes.filter(({ isLet }) => isLet).length, locale)}
      aside={
        isOwn ? (
          parent !== null && <ManagedBy parent={parent} />
        ) : (
          <ReasonedButton
            variant="default"
            size="xs"
            disabledReason={can.reason ?? (reseller.state === "CLOSED" ? t("sells.closed") : null)}
            onClick={() => setState({ do: "sell" }, { push: true })}
          >
            {t("sells.change")}
          </ReasonedButton>
        )
      }
    >
      <QueryState result={result} rows={4}>
        {({ reseller: found }) => (found === null ? null : <Sold sells={found} isOwn={isOwn} />)}
      </QueryState>
      {result.error !== undefined && nodes.length > 0 && (
        <Button variant="default" size="xs" mt="md" onClick={() => void result.refetch()}>
          {t("rows:more")}
        </Button>
      )}
      {!isOwn && <letting.Part isOpen={state.do === "sell"} onClose={() => setState({ do: "" })} reseller={reseller} />}
    </Panel>
  );
}

function Sold({ sells, isOwn }: { sells: Sells; isOwn: boolean }) {
  const { t } = useTranslation(["resellers", "words"]);
  const { nodes } = sells.sellableOfferings;
  if (nodes.length === 0) {
    const isNothingLet = isOwn && !sells.sellsAll;
    return (
      <EmptyState kind="first" title={t(isNothingLet ? "sells.nothing.title" : "sells.none.title")}>
        {t(isNothingLet ? "sells.nothing.text" : "sells.none.text")}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={classes.dim}>{t(sells.sellsAll ? "sells.everything" : isOwn ? "sells.own" : "sells.limited")}</p>
      <div className={classes.groups}>
        {byServiceType(nodes).map(({ type, of }) => (
          <div key={type} className={classes.group}>
            <h3 className={classes.groupTitle}>{t(`words:serviceType.${type}`)}</h3>
            <ul className={classes.rights}>
              {of.map((each) => (
                <Offering key={each.offering.id} {...each} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}

function Offering({ offering, isLet }: Sellable) {
  const { t } = useTranslation("resellers");
  const remark = useRemark(offering);
  return (
    <li className={classes.right} data-held={isLet}>
      {isLet ? <IconCheck size={14} stroke={2.4} aria-hidden /> : <IconLock size={14} stroke={1.8} aria-hidden />}
      <span>
        {offering.name}
        {!isLet && <span className={classes.why}>{t("sells.notLet")}</span>}
        {isLet && remark !== null && <span className={classes.why}>{remark}</span>}
      </span>
    </li>
  );
}
