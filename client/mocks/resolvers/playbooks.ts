import { type DemoPlaybook, demoPlaybooks, playbookId, playbookVersionId } from "@tierline/shared/demo/playbooks.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { type PlaybookDocument, playbookJsonSchema, spoken, taskOrder } from "@tierline/shared/playbook.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import { type SentenceKey, sentences } from "@tierline/shared/sentences/catalogue.ts";
import actions from "../actions.json" with { type: "json" };
import { fieldsOf } from "../fields.ts";
import { byText, pageOf, type Paging } from "../paging.ts";
import { needed, seen } from "../world.ts";

type Action = (typeof actions)[number];
const actionByKey = new Map<string, Action>(actions.map((action) => [action.key, action]));

/** What the server's action of that key is; playbooks name no others. */
export function actionOf(key: string): Action {
  return needed(actionByKey.get(key));
}

/** A playbook's tasks in their order; `inputOf` says what is known of a task's input. */
export function planOf(document: PlaybookDocument, inputOf: (taskKey: string) => unknown = () => null) {
  return taskOrder(document.tasks).map((task) => {
    const { key, needs, ignoreErrors, deadlineSeconds } = task;
    const { kind, connector } = actionOf(task.action);
    const body = inputOf(key);
    const target = "the lab played by the preview";
    const isCalled = connector !== null && body !== null;
    return {
      key,
      title: spoken(task, "title"),
      detail: spoken(task, "instructions") ?? titleOf(task.action),
      kind,
      needs,
      ignoresErrors: ignoreErrors,
      deadlineSeconds,
      calls: isCalled ? [{ connector, method: task.action, target, body: JSON.stringify(body, null, 2) }] : [],
    };
  });
}

/** The keys of the sentences are made of those of the actions. */
function titleOf(action: string): Sentence {
  return { key: `action.${action}.title` as SentenceKey };
}

function versionOf({ key, yaml, document }: DemoPlaybook, createdAt: Date) {
  return {
    id: encodeId("pbv", playbookVersionId(key)),
    version: 1,
    document: yaml,
    format: "YAML",
    createdAt,
    createdBy: "Tierline",
    note: null,
    tasks: planOf(document),
  };
}

function variables() {
  const prefix = "variable.";
  const keys = Object.keys(sentences.en).filter((key) => key.startsWith(prefix));
  return keys.map((key) => ({
    key: key.slice(prefix.length),
    description: { key: key as SentenceKey }, // out of the catalogue's own keys
    isSecret: false,
  }));
}

export const playbooks = {
  Playbook: fieldsOf<DemoPlaybook>({
    id: ({ key }) => encodeId("pbk", playbookId(key)),
    latestVersion: () => 1,
    latest: (playbook, _, world) => versionOf(playbook, world.startedAt),
    versions: (playbook, _, world) => [versionOf(playbook, world.startedAt)],
    offeringCount: ({ key }, _, world) =>
      seen(world, world.offerings).filter(({ playbookKey }) => playbookKey === key).length,
  }),
  Query: fieldsOf<unknown>({
    playbook: (_, { key }: { key: string }) => demoPlaybooks.find((each) => each.key === key) ?? null,
    playbooks: (_, paging: Paging) =>
      pageOf(
        byText(demoPlaybooks, ({ key }) => key),
        paging,
      ),
    playbookLanguage: () => ({
      actions: actions.map((action) => ({
        ...action,
        title: titleOf(action.key),
        description: { key: `action.${action.key}.description` as SentenceKey },
      })),
      variables: variables(),
      jsonSchema: JSON.stringify(playbookJsonSchema),
    }),
  }),
};
