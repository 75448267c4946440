import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { Facts } from "../../ui/Facts.tsx";
import { PanelPart } from "../../ui/Panel.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { DoneChecklist } from "./DoneChecklist.tsx";
import { failedTask, isFailure, isSuccess, type Run } from "./run-facts.ts";
import { RunFailure } from "./RunFailure.tsx";
import classes from "./RunPanel.module.css";
import type { RunOperations } from "./use-run-operations.ts";

interface RunEndProps {
  readonly run: Run;
  readonly nowMs: number;
  readonly operations: RunOperations;
}

/** How it ended: what there is now (O31), or why not where no single task is to blame. */
export function RunEnd({ run, operations }: RunEndProps) {
  const { t } = useTranslation("runs");
  if (isSuccess(run)) {
    return (
      <>
        <Success run={run} />
        {run.kind !== "TERMINATE" && run.service !== null && (
          <PanelPart title={t("check.title")}>
            <DoneChecklist run={run} operations={operations} />
          </PanelPart>
        )}
      </>
    );
  }
  const failed = failedTask(run);
  if (isFailure(run) && (failed === null || failed.task.state !== "FAILED")) {
    return (
      <PanelPart>
        <RunFailure run={run} task={null} />
      </PanelPart>
    );
  }
  if (run.state === "ROLLED_BACK") {
    return (
      <PanelPart>
        <p className={classes.endTitle}>{t("end.rolledBack")}</p>
        <p>{t("end.rolledBackText")}</p>
      </PanelPart>
    );
  }
  return null;
}

function Success({ run }: { run: Run }) {
  const { t } = useTranslation(["runs", "words"]);
  const reseller = useReseller();
  const { service, customer, order } = run;
  const names = { offering: order?.offering.name ?? run.title, customer: customer?.name ?? "" };
  return (
    <PanelPart>
      <p className={classes.endTitle}>
        {order === null || customer === null ? t("end.done") : t(`end.${run.kind}`, names)}
      </p>
      {service !== null && (
        <Facts
          items={[
            { key: "id", label: t("end.serviceId"), value: <span className="tl-mono">{service.number}</span> },
            {
              key: "name",
              label: t("end.name"),
              value: <AppLink href={path.service(reseller, service.id)}>{service.name}</AppLink>,
            },
            {
              key: "state",
              label: t("end.state"),
              value: (
                <StateDot tone={stateTone("service", service.state)}>{t(`words:service.${service.state}`)}</StateDot>
              ),
            },
          ]}
        />
      )}
    </PanelPart>
  );
}
