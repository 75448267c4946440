import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog.tsx";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatTime } from "../../ui/format.ts";
import type { Run } from "./run-facts.ts";
import { TaskLogPageDocument, type TaskLogPageQuery } from "./run.generated.ts";
import classes from "./RunPanel.module.css";

interface TaskLogDialogProps {
  readonly run: Pick<Run, "id" | "number" | "tasks">;
  readonly taskKey: string;
  readonly onClose: () => void;
}

/** Every attempt of one task with what was asked and answered; secrets were masked where they arose. */
export function TaskLogDialog({ run, taskKey, onClose }: TaskLogDialogProps) {
  const { t } = useTranslation("runs");
  const title = run.tasks.find(({ key }) => key === taskKey)?.title ?? taskKey;
  // Not kept in the cache: there a run has its tasks as the live updates bring them, without requests and answers.
  const result = useQuery(TaskLogPageDocument, { variables: { id: run.id }, fetchPolicy: "no-cache" });
  return (
    <Dialog onClose={onClose} size="xl" title={t("log.of", { task: title })} closeLabel={t("action.close")}>
      <p className={classes.confirmText}>
        {t("failure.id", { number: run.number })}. {t("log.redacted")}
      </p>
      <QueryState result={result}>
        {(data) => {
          const log = logOf(data, taskKey);
          if (log === null || log.nodes.length === 0) return <EmptyState kind="first" title={t("log.none")} />;
          const { endCursor, hasNextPage } = log.pageInfo;
          return (
            <>
              <ol className={classes.log}>
                {log.nodes.map((entry) => (
                  <LogEntry key={entry.id} entry={entry} />
                ))}
              </ol>
              {hasNextPage && (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() =>
                    void result.fetchMore({
                      variables: { after: endCursor },
                      updateQuery: (before, { fetchMoreResult }) => appended(before, fetchMoreResult, taskKey),
                    })
                  }
                >
                  {t("log.more")}
                </Button>
              )}
            </>
          );
        }}
      </QueryState>
    </Dialog>
  );
}

type Log = NonNullable<TaskLogPageQuery["provisioningRun"]>["tasks"][number]["log"];

function logOf(data: TaskLogPageQuery, taskKey: string): Log | null {
  return data.provisioningRun?.tasks.find(({ key }) => key === taskKey)?.log ?? null;
}

/** The next page behind the pages before, for the one task that is looked at. */
export function appended(before: TaskLogPageQuery, next: TaskLogPageQuery, taskKey: string): TaskLogPageQuery {
  const more = logOf(next, taskKey);
  if (before.provisioningRun === null || more === null) return before;
  const tasks = before.provisioningRun.tasks.map((task) =>
    task.key === taskKey ? { ...task, log: { ...more, nodes: [...task.log.nodes, ...more.nodes] } } : task,
  );
  return { ...before, provisioningRun: { ...before.provisioningRun, tasks } };
}

function LogEntry({ entry }: { entry: Log["nodes"][number] }) {
  const { t } = useTranslation("runs");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  return (
    <li data-level={entry.level}>
      <p>
        <time dateTime={entry.at}>{formatTime(entry.at, locale, { timeZone, seconds: true })}</time>
        <span className={classes.quiet}>{t("attempt.number", { attempt: entry.attempt })}</span>
        <span>{entry.message}</span>
      </p>
      {entry.request !== null && <CodeBlock code={entry.request} label={t("log.request")} />}
      {entry.response !== null && <CodeBlock code={entry.response} label={t("log.response")} />}
    </li>
  );
}
