import { PlaybookEntity, PlaybookVersionEntity } from "./playbook.entity.ts";
import { RunEntity, TaskEntity, TaskLogEntity, WorkerEntity } from "./run.entity.ts";

export const provisioning = {
  entities: [PlaybookEntity, PlaybookVersionEntity, RunEntity, TaskEntity, TaskLogEntity, WorkerEntity],
  resolvers: [],
};
