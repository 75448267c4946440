import { Alert } from "@mantine/core";
import { useState } from "react";
import { serverClock } from "../../api/server-clock.ts";
import { useNow } from "../../ui/use-now.ts";
import { Panel, PanelPart } from "../../ui/Panel.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { RunActions } from "./RunActions.tsx";
import { RunAnnouncer } from "./RunAnnouncer.tsx";
import { RunEnd } from "./RunEnd.tsx";
import { isOver, type Run } from "./run-facts.ts";
import { RunProgress } from "./RunProgress.tsx";
import { RunTasks } from "./RunTasks.tsx";
import { TaskLogDialog } from "./TaskLogDialog.tsx";
import type { RunOperations } from "./use-run-operations.ts";
import { useRunTitle, useStateWord } from "./use-run-words.ts";

export interface RunPanelProps {
  readonly run: Run;
  readonly operations: RunOperations;
}

const tickMs = 1_000;

/** One run as it stands: what it shows follows from `run` and the time alone. */
export function RunPanel({ run, operations }: RunPanelProps) {
  const nowMs = useNow(tickMs, serverClock.offsetMs, isOver(run) && run.order?.undoableUntil == null);
  const [logOf, setLogOf] = useState<string | null>(null);
  return (
    <Panel
      title={useRunTitle(run)}
      padded={false}
      aside={<StateDot tone={stateTone("run", run.state)}>{useStateWord(run)}</StateDot>}
    >
      <PanelPart>
        <RunProgress run={run} nowMs={nowMs} />
      </PanelPart>
      <PanelPart>
        <RunTasks run={run} nowMs={nowMs} operations={operations} onViewLog={setLogOf} />
      </PanelPart>
      {operations.notice !== null && (
        <PanelPart>
          <Alert color={operations.notice.isStale ? "amber" : "red"} role="alert">
            {operations.notice.message}
          </Alert>
        </PanelPart>
      )}
      <RunEnd run={run} nowMs={nowMs} operations={operations} />
      <PanelPart>
        <RunActions run={run} nowMs={nowMs} operations={operations} onViewLog={setLogOf} />
      </PanelPart>
      <RunAnnouncer run={run} />
      {logOf !== null && <TaskLogDialog run={run} taskKey={logOf} onClose={() => setLogOf(null)} />}
    </Panel>
  );
}
