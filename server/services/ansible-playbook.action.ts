import type { SentenceKey } from "@tierline/shared/sentences/catalogue.ts";
import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { definition as ansibleDefinition } from "../connectors/ansible/definition.ts";
import { runPlaybook } from "../connectors/ansible/run-playbook.ts";
import { Unknown } from "../kernel/secret.ts";
import { defineAction, type OutsideTask } from "../provisioning/action.ts";

const fileName = z.string().regex(/^[\w][\w./-]*\.ya?ml$/, "value.ansibleFile" satisfies SentenceKey);
const value = z.union([z.string(), z.number(), z.boolean(), z.instanceof(Unknown)]);
const input = z.object({
  playbook: fileName,
  variables: z.record(z.string(), value).default({}),
  limit: z.string().min(1).optional(),
  undoPlaybook: fileName.optional(),
});
type Input = z.output<typeof input>;

/** An Ansible playbook says what shall be, so repeating it is the way to find out how far it came: there is no `verify`. */
export const ansiblePlaybookAction = defineAction({
  key: "ansible.run-playbook",
  title: say("action.ansible.run-playbook.title"),
  description: say("action.ansible.run-playbook.description"),
  kind: "EXTERNAL",
  connector: "ansible",
  input,
  outputs: ["tasks"],
  describe: ({ playbook }) => playbook,
  do: async (task, asked) => ({ tasks: await run(task, asked, asked.playbook) }),
  async undo(task, asked) {
    if (asked.undoPlaybook === undefined) return task.detail(say("detail.noUndoPlaybook"));
    await run(task, asked, asked.undoPlaybook);
  },
});

async function run(task: OutsideTask, { variables, limit }: Input, playbook: string): Promise<number> {
  const settings = await task.settings(ansibleDefinition);
  // By name, since the database does not keep the order of a playbook's fields: what is done has to equal what was planned.
  const named = Object.fromEntries(Object.entries(variables).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const asked = { playbook, variables: named, ...(limit === undefined ? {} : { limit }) };
  const tasks = await runPlaybook(task.io, settings, asked, ({ state, name }) => task.detail(`${name}: ${state}`));
  return tasks.length;
}
