import { PlaybookEntity, PlaybookVersionEntity } from "./playbook.entity.ts";
import { RunEntity, RunSecretEntity, TaskEntity, TaskLogEntity, WorkerEntity } from "./run.entity.ts";

export const provisioning = {
  entities: [
    PlaybookEntity,
    PlaybookVersionEntity,
    RunEntity,
    RunSecretEntity,
    TaskEntity,
    TaskLogEntity,
    WorkerEntity,
  ],
  resolvers: [],
  sql: [new URL("./transitions.sql", import.meta.url), new URL("./liveness.sql", import.meta.url)],
};
