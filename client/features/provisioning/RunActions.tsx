import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { path } from "../../navigation/path.ts";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { failedTask, isFailure, isOver, isSuccess, refusalOf, undoableUntilMs, type Run } from "./run-facts.ts";
import { RunConfirm, type Confirmed } from "./RunConfirm.tsx";
import { RunHint } from "./RunHint.tsx";
import classes from "./RunPanel.module.css";
import type { RunOperations } from "./use-run-operations.ts";

interface RunActionsProps {
  readonly run: Run;
  readonly nowMs: number;
  readonly operations: RunOperations;
  readonly onViewLog: (taskKey: string) => void;
}

/** What can be done now, each with its reason where it can't; closing never stops a run. */
export function RunActions({ run, nowMs, operations, onViewLog }: RunActionsProps) {
  const { t } = useTranslation("runs");
  const [asked, setAsked] = useState<Confirmed | null>(null);
  const over = isOver(run);
  const mayUndo = undoableUntilMs(run, nowMs) !== null;
  const stopped = over && !isSuccess(run) && run.state !== "ROLLED_BACK";
  return (
    <>
      <div className={classes.actions}>
        {isSuccess(run) && <ViewService run={run} />}
        {run.state === "ROLLED_BACK" && <AssignAnew run={run} />}
        {run.state === "FAILED" && <Retry run={run} operations={operations} />}
        {stopped && <Ask run={run} deed="rollBack" onAsk={setAsked} busy={operations.busy === "rollBack"} />}
        {isFailure(run) && (
          <Button variant="default" onClick={() => onViewLog(failedTask(run)?.task.key ?? run.tasks[0]?.key ?? "")}>
            {t("log.viewAll")}
          </Button>
        )}
        {mayUndo && <Ask run={run} deed="undo" onAsk={setAsked} busy={operations.busy === "undo"} />}
        {!over && <p className={classes.leave}>{t("mayLeave")}</p>}
        {over && <span className={classes.gap} />}
        {!over && <Ask run={run} deed="cancel" onAsk={setAsked} busy={operations.busy === "cancel"} />}
        <Close run={run} />
      </div>
      <RunHint run={run} nowMs={nowMs} />
      {asked !== null && <RunConfirm deed={asked} run={run} operations={operations} onClose={() => setAsked(null)} />}
    </>
  );
}

function Retry({ run, operations }: { run: Run; operations: RunOperations }) {
  const { t } = useTranslation("runs");
  const can = useCan("run.operate");
  return (
    <ReasonedButton
      leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
      disabledReason={can.reason ?? refusalOf(run, "RETRY")}
      loading={operations.busy === "retry"}
      onClick={() => void operations.retry()}
    >
      {t("action.retry")}
    </ReasonedButton>
  );
}

const rights = { rollBack: "run.operate", cancel: "run.operate", undo: "order.undo" } as const;

interface AskProps {
  readonly run: Run;
  readonly deed: Confirmed;
  readonly busy: boolean;
  readonly onAsk: (deed: Confirmed) => void;
}

function Ask({ run, deed, busy, onAsk }: AskProps) {
  const { t } = useTranslation("runs");
  const can = useCan(rights[deed]);
  const refusal = deed === "undo" ? null : refusalOf(run, deed === "cancel" ? "CANCEL" : "ROLL_BACK");
  return (
    <ReasonedButton
      variant={deed === "cancel" ? "subtle" : "default"}
      color={deed === "cancel" ? "gray" : "petrol"}
      disabledReason={can.reason ?? refusal}
      loading={busy}
      onClick={() => onAsk(deed)}
    >
      {t(`action.${deed}`)}
    </ReasonedButton>
  );
}

function ViewService({ run: { service } }: { run: Run }) {
  const { t } = useTranslation("runs");
  const go = useGo();
  const reseller = useReseller();
  if (service === null) return null;
  return <Button onClick={() => go(path.service(reseller, service.id))}>{t("action.viewService")}</Button>;
}

/** O13: undone because it was the wrong customer; the product stays chosen. */
function AssignAnew({ run: { order } }: { run: Run }) {
  const { t } = useTranslation("runs");
  const go = useGo();
  const reseller = useReseller();
  if (order === null) return null;
  const { slug } = order.offering;
  return <Button onClick={() => go(path.assign(reseller, { product: slug }))}>{t("action.assignAnew")}</Button>;
}

/** To the customer, where one goes on from here. */
function Close({ run: { customer } }: { run: Run }) {
  const { t } = useTranslation("runs");
  const go = useGo();
  const reseller = useReseller();
  const target = customer === null ? path.runs(reseller) : path.customer(reseller, customer.id);
  return (
    <Button variant="subtle" color="gray" onClick={() => go(target)}>
      {t("action.close")}
    </Button>
  );
}
