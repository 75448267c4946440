import { useTranslation } from "react-i18next";
import { useLive } from "../../api/use-live.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useParam, useReseller } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { RunHeaderActions } from "./RunHeaderActions.tsx";
import { isFailure, isOver, type Run } from "./run-facts.ts";
import { RunLogPanel } from "./RunLogPanel.tsx";
import { RunOrderPanel } from "./RunOrderPanel.tsx";
import classes from "./RunPage.module.css";
import { RunPanel } from "./RunPanel.tsx";
import { RunSteps } from "./RunSteps.tsx";
import { RunVariables } from "./RunVariables.tsx";
import { RunLiveDocument, RunPageDocument } from "./run.generated.ts";
import { SameCausePanel } from "./SameCausePanel.tsx";
import { useRunOperations } from "./use-run-operations.ts";
import { useRunTitle, useStateWord } from "./use-run-words.ts";
import { WhatExistsPanel } from "./WhatExistsPanel.tsx";

/** One run, live: its steps, its tasks, what it is about and what was logged. */
export function RunPage() {
  const id = useParam("run");
  const result = useLive({ query: RunPageDocument, subscription: RunLiveDocument, variables: { id } });
  return (
    <QueryState result={result} rows={10}>
      {({ provisioningRun }) => (provisioningRun === null ? <NoRun /> : <RunView run={provisioningRun} />)}
    </QueryState>
  );
}

function NoRun() {
  const { t } = useTranslation("runs");
  const reseller = useReseller();
  return (
    <>
      <PageHeader title={t("noRun.title")} crumb={<AppLink href={path.runs(reseller)}>{t("runs")}</AppLink>} />
      <EmptyState kind="filtered" title={t("noRun.text")} />
    </>
  );
}

function RunView({ run }: { run: Run }) {
  const { t } = useTranslation("runs");
  const reseller = useReseller();
  const operations = useRunOperations(run);
  const hasSteps = run.kind !== "TERMINATE" && run.order !== null;
  return (
    <>
      <PageHeader
        title={t("run", { number: run.number })}
        windowTitle={useWindowTitle(run)}
        crumb={<AppLink href={path.runs(reseller)}>{t("runs")}</AppLink>}
        beside={<AuditLink subject={run.id} />}
        actions={<RunHeaderActions run={run} />}
      />
      <div className={classes.page} data-steps={hasSteps || undefined}>
        {hasSteps && (
          <div className={classes.rail}>
            <RunSteps run={run} />
          </div>
        )}
        <div className={classes.column}>
          <RunPanel run={run} operations={operations} />
          {isFailure(run) && <SameCausePanel run={run} />}
          {run.variables.length > 0 && <RunVariables variables={run.variables} />}
        </div>
        <aside className={classes.column}>
          <RunOrderPanel run={run} />
          {isOver(run) && <WhatExistsPanel run={run} />}
          <RunLogPanel run={run} />
        </aside>
      </div>
    </>
  );
}

/** The window says where the run is, for those who look elsewhere meanwhile. */
function useWindowTitle(run: Run): string {
  const { t } = useTranslation("runs");
  const title = useRunTitle(run);
  const word = useStateWord(run);
  const progress = isOver(run) ? word : t("progressShort", { done: run.completedTasks, total: run.totalTasks });
  return `${progress} · ${title}`;
}
