import { newId } from "@tierline/shared/id.ts";
import { z } from "zod";
import type { Context } from "../../server/kernel/context.ts";
import { defineAction, type Action } from "../../server/provisioning/action.ts";
import { provisioningOf, registerActions, withProvisioning } from "../../server/provisioning/parts.ts";
import { PlaybookEntity, PlaybookVersionEntity } from "../../server/provisioning/playbook.entity.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { Ground } from "./ground.ts";

export const taskKeys = ["a", "b", "c", "d", "e", "f"];
const { acme } = resellersOfTests;

export const input = {
  kind: "PROVISION" as const,
  playbook: { key: "bench" },
  path: `${acme.path}c1.`,
  resellerId: acme.id,
  customerId: null,
  serviceId: null,
  orderId: null,
  title: "Bench",
  variables: {},
};

/** One that is a transaction of ours, one that calls outside; both do nothing. */
export function sixActions(): ReadonlyMap<string, Action> {
  const nothing = z.object({});
  const told = { title: "Nothing", description: "Does nothing.", input: nothing, outputs: [] };
  return registerActions([
    defineAction({ ...told, key: "bench.inside", kind: "DB", do: async () => ({}) }),
    defineAction({ ...told, key: "bench.outside", kind: "EXTERNAL", connector: "none", do: async () => ({}) }),
  ]);
}

/** The playbooks of six such tasks, and somebody at Acme who starts their runs. */
export async function prepareOurs(ground: Ground) {
  const actions = sixActions();
  const base = ground.at(acme.path);
  const context = withProvisioning(base, { ...provisioningOf(base), hooks: [], actions });
  await plantPlaybook(base, "bench", (index) => (index % 2 === 0 ? "bench.inside" : "bench.outside"));
  await plantPlaybook(base, "bench-outside", () => "bench.outside");
  return { actions, context };
}

async function plantPlaybook({ em }: Context, key: string, actionOf: (index: number) => string): Promise<void> {
  const tasks = taskKeys.map((task, index) => ({
    key: task,
    title: task,
    action: actionOf(index),
    ...(index === 0 ? {} : { needs: [taskKeys[index - 1]] }),
  }));
  const document = JSON.stringify({ key, title: "Bench", kind: "provision", tasks });
  const [playbook, createdAt] = [newId(), new Date()];
  const row = { id: playbook, path: acme.path, key, title: "Bench", description: "", latestVersion: 1 };
  await em.insert(PlaybookEntity, { ...row, createdAt, version: 1 });
  const version = { id: newId(), path: acme.path, playbook, number: 1, format: "JSON" as const, document };
  await em.insert(PlaybookVersionEntity, { ...version, createdAt, createdBy: "bench" });
}
