import type { Module } from "../kernel/module-shape.ts";
import {
  OfferingPlaybookResolver,
  PlaybookConnectionResolver,
  PlaybookResolver,
  PlaybookVersionResolver,
  RunPlaybookResolver,
} from "./playbook.resolver.ts";
import { findPlaybooks, findVersions } from "./playbook-rows.ts";
import { toPlaybook, toVersion } from "./playbook.type.ts";

export const playbooks = {
  resolvers: [
    PlaybookResolver,
    PlaybookVersionResolver,
    PlaybookConnectionResolver,
    OfferingPlaybookResolver,
    RunPlaybookResolver,
  ],
  nodes: {
    pbk: {
      permission: "playbook.view",
      load: async (context, ids) =>
        new Map((await findPlaybooks(context, ids)).map((row) => [row.id, toPlaybook(row)])),
    },
    pbv: {
      permission: "playbook.view",
      load: async (context, ids) => new Map((await findVersions(context, ids)).map((row) => [row.id, toVersion(row)])),
    },
  },
} satisfies Module;
