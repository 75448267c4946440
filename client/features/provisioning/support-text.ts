import { failedTask, type Run } from "./run-facts.ts";

/** What support needs to know of a failed run, in English: it leaves the console. */
export function supportText(run: Run, address: string): string {
  const failed = failedTask(run);
  const lines = [
    `Provisioning ID ${run.number} (${run.id})`,
    `State ${run.state}, ${run.completedTasks} of ${run.totalTasks} tasks completed`,
    `Playbook ${run.playbookKey}, version ${run.playbookVersion}`,
    failed === null
      ? null
      : `Task ${failed.number}: ${failed.task.title} (${failed.task.connector ?? failed.task.kind})`,
    run.error === null ? null : `${run.error.code}: ${run.error.message}`,
    run.startedAt === null ? null : `Started ${run.startedAt}`,
    run.finishedAt === null ? null : `Ended ${run.finishedAt}`,
    address,
  ];
  return lines.filter((line) => line !== null).join("\n");
}
