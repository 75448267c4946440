import { Group } from "@mantine/core";
import { IconClock, IconHelpCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatDuration, formatTime } from "../../ui/format.ts";
import { ManualTask } from "./ManualTask.tsx";
import { failedAttempts, isOver, type Run, type Task } from "./run-facts.ts";
import { RunFailure } from "./RunFailure.tsx";
import { ViewLogButton } from "./ViewLog.tsx";
import classes from "./RunPanel.module.css";
import type { RunOperations } from "./use-run-operations.ts";

interface TaskBodyProps {
  readonly run: Run;
  readonly task: Task;
  readonly nowMs: number;
  readonly operations: RunOperations;
  readonly onViewLog: () => void;
}

function isAtWork(run: Run, { state }: Task): boolean {
  return !isOver(run) && (state === "RETRYING" || state === "RUNNING" || state === "WAITING");
}

function isStopped(run: Run, { state }: Task): boolean {
  return state === "FAILED" && isOver(run);
}

/** Whether there is more to say about a task than its line says. */
export function hasTaskBody(run: Run, task: Task): boolean {
  return isAtWork(run, task) || isStopped(run, task) || task.isOutcomeUnknown;
}

/** Below a task's title: its attempts, what is not known, what a person has to do, why it failed, and the way to its log. */
export function TaskBody({ run, task, nowMs, operations, onViewLog }: TaskBodyProps) {
  const isOpen = isAtWork(run, task);
  const stopped = isStopped(run, task);
  return (
    <div className={classes.taskBody}>
      {task.isOutcomeUnknown && <OutcomeUnknown task={task} />}
      {isOpen && task.kind !== "MANUAL" && <Attempts task={task} nowMs={nowMs} />}
      {isOpen && task.kind === "MANUAL" && <ManualTask task={task} operations={operations} />}
      {stopped && <RunFailure run={run} task={task} />}
      <Group gap="xs" align="center">
        <ViewLogButton title={task.title} onClick={onViewLog} />
        {task.connector !== null && <ConnectorName connector={task.connector} />}
      </Group>
    </div>
  );
}

function ConnectorName({ connector }: { connector: string }) {
  const { t } = useTranslation("runs");
  return (
    <span className={classes.quiet}>
      {t("connector")} <span className="tl-mono">{connector}</span>
    </span>
  );
}

/** Repeating what may have happened would do it twice, so it is asked for first, where there is anybody to ask. */
function OutcomeUnknown({ task: { connector, state, canBeAsked } }: { task: Task }) {
  const { t } = useTranslation("runs");
  const system = connector === null ? t("target") : connector.toUpperCase();
  const ended = canBeAsked ? t("unknown.ended", { system }) : t("unknown.endedUnasked", { system });
  const open = canBeAsked ? t("unknown.asking", { system }) : t("unknown.repeating", { system });
  return (
    <p className={classes.unknown}>
      <IconHelpCircle size={15} stroke={1.8} aria-hidden />
      {state === "FAILED" ? ended : open}
    </p>
  );
}

function Attempts({ task, nowMs }: { task: Task; nowMs: number }) {
  const { t } = useTranslation("runs");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const failed = failedAttempts(task);
  const next = task.nextAttemptAt;
  if (failed.length === 0 && next === null) return null;
  const time = (value: string): string => formatTime(value, locale, { timeZone, seconds: true });
  return (
    <ul className={classes.attempts} aria-label={t("attempt.list")}>
      {failed.map(({ attempt, at, message }) => (
        <li key={attempt}>
          <strong>{t("attempt.number", { attempt })}</strong>
          <time dateTime={at}>{time(at)}</time>
          <span>{message}</span>
        </li>
      ))}
      {next !== null && (
        <li className={classes.next}>
          <strong>{t("attempt.number", { attempt: task.attempt + 1 })}</strong>
          <time dateTime={next}>{time(next)}</time>
          <span>
            <IconClock size={14} stroke={1.8} aria-hidden /> {countdown(next, nowMs)}
          </span>
        </li>
      )}
    </ul>
  );

  function countdown(at: string, now: number): string {
    const leftMs = Date.parse(at) - now;
    return leftMs <= 0 ? t("attempt.now") : t("attempt.in", { duration: formatDuration(leftMs, locale, "clock") });
  }
}
