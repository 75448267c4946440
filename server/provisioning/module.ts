import type { Module } from "../kernel/module-shape.ts";
import { PlaybookEntity, PlaybookVersionEntity } from "./playbook.entity.ts";
import { findRuns } from "./run-view.ts";
import { RunConnectionResolver, RunResolver, TaskResolver } from "./run.resolver.ts";
import { toRun } from "./run.type.ts";
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
  resolvers: [RunResolver, RunConnectionResolver, TaskResolver],
  nodes: {
    run: {
      permission: "run.view",
      load: async (context, ids) => new Map((await findRuns(context, ids)).map((view) => [view.id, toRun(view)])),
    },
  },
  sql: [new URL("./transitions.sql", import.meta.url), new URL("./liveness.sql", import.meta.url)],
} satisfies Module;
