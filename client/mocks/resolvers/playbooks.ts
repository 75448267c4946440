import { type DemoPlaybook, demoPlaybooks } from "@tierline/shared/demo/playbooks.ts";
import { demoId } from "@tierline/shared/demo/random.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { type PlaybookDocument, playbookJsonSchema, taskOrder } from "@tierline/shared/playbook.ts";
import { templateVariables } from "@tierline/shared/template.ts";
import { fieldsOf } from "../fields.ts";
import { pageOf, type Paging } from "../paging.ts";

const connectors: Readonly<Record<string, string>> = {
  charging: "ocs",
  register: "register",
  sip: "sip",
  radius: "radius",
  http: "http",
  mail: "mail",
};

/** The connector that an action speaks to; null for one inside Tierline. */
export function connectorOf(action: string): string | null {
  return connectors[action.split(".")[0] ?? ""] ?? null;
}

export function kindOf(action: string): "DB" | "EXTERNAL" | "MANUAL" {
  if (connectorOf(action) !== null) return "EXTERNAL";
  return action.startsWith("manual.") ? "MANUAL" : "DB";
}

/** A playbook's tasks in their order; `inputOf` says what is known of a task's input. */
export function planOf(document: PlaybookDocument, inputOf: (taskKey: string) => unknown = () => null) {
  return taskOrder(document.tasks).map(({ key, title, action, needs, ignoreErrors, deadlineSeconds }) => {
    const connector = connectorOf(action);
    const body = inputOf(key);
    const target = "the lab played by the preview";
    return {
      key,
      title,
      detail: null,
      kind: kindOf(action),
      needs,
      ignoresErrors: ignoreErrors,
      deadlineSeconds,
      calls:
        connector === null || body === null
          ? []
          : [{ connector, method: action, target, body: JSON.stringify(body, null, 2) }],
    };
  });
}

function versionOf({ key, yaml, document }: DemoPlaybook, createdAt: Date) {
  return {
    id: demoId(`playbook-version:${key}`),
    version: 1,
    document: yaml,
    format: "YAML",
    createdAt,
    createdBy: "Tierline",
    note: null,
    tasks: planOf(document),
  };
}

function actions() {
  const tasks = demoPlaybooks.flatMap(({ document }) => document.tasks);
  return [...Map.groupBy(tasks, ({ action }) => action)].map(([key, [task]]) => ({
    key,
    title: task?.title ?? key,
    description: `As in the task "${task?.title ?? key}".`,
    kind: kindOf(key),
    connector: connectorOf(key),
    inputSchema: JSON.stringify({ type: "object" }),
    outputs: [],
    hasUndo: true,
    hasVerify: connectorOf(key) !== "mail",
  }));
}

function variables() {
  const named = demoPlaybooks.flatMap(({ document }) =>
    document.tasks.flatMap(({ input }) => templateVariables(input)),
  );
  return [...new Set(named)].toSorted().map((key) => ({
    key,
    description: key.split(".").join(": "),
    isSecret: false,
  }));
}

export const playbooks = {
  Playbook: fieldsOf<DemoPlaybook>({
    id: ({ key }) => encodeId("pbk", demoId(`playbook:${key}`)),
    latestVersion: () => 1,
    latest: (playbook, _, world) => versionOf(playbook, world.startedAt),
    versions: (playbook, _, world) => [versionOf(playbook, world.startedAt)],
    offeringCount: ({ key }, _, world) => world.offerings.filter(({ playbookKey }) => playbookKey === key).length,
  }),
  Query: fieldsOf<unknown>({
    playbook: (_, { key }: { key: string }) => demoPlaybooks.find((each) => each.key === key) ?? null,
    playbooks: (_, paging: Paging) => pageOf(demoPlaybooks, paging),
    playbookLanguage: () => ({
      actions: actions(),
      variables: variables(),
      jsonSchema: JSON.stringify(playbookJsonSchema),
    }),
  }),
};
