import { expect, test } from "vitest";
import { needsOf, playbookJsonSchema, playbookSchema, spoken, taskOrder } from "./playbook.ts";

const task = (key: string, more: object = {}) => ({ key, title: key, action: "customer.validate", ...more });
const playbookOf = (...tasks: object[]) =>
  playbookSchema.parse({ key: "demo", title: "Demo", kind: "provision", tasks });
const orderOf = (...tasks: object[]) => taskOrder(playbookOf(...tasks).tasks).map(({ key }) => key);

test("what a playbook leaves out has defaults", () => {
  expect(playbookOf(task("validate")).tasks[0]).toEqual({
    ...task("validate"),
    input: {},
    ignoreErrors: false,
    deadlineSeconds: 300,
    maxAttempts: 5,
  });
});

test("a task needs the one above it unless it says otherwise", () => {
  const { tasks } = playbookOf(task("a"), task("b"), task("c", { needs: [] }), task("d", { needs: ["b", "c"] }));
  expect(tasks.map((_, index) => needsOf(tasks, index))).toEqual([[], ["a"], [], ["b", "c"]]);
});

test("tasks run as written where their needs allow it", () => {
  expect(orderOf(task("a"), task("b"), task("c"))).toEqual(["a", "b", "c"]);
  expect(orderOf(task("a", { needs: ["c"] }), task("b", { needs: [] }), task("c"))).toEqual(["b", "c", "a"]);
});

test("the order leaves out what waits for itself", () => {
  expect(orderOf(task("a"), task("b", { needs: ["c"] }), task("c", { needs: ["b"] }))).toEqual(["a"]);
});

test("fields outside their range are refused", () => {
  const wrong = [
    { deadlineSeconds: 0 },
    { deadlineSeconds: 3_601 },
    { maxAttempts: 11 },
    { maxAttempts: 1.5 },
    { input: [] },
    { need: [] },
  ];
  for (const more of wrong) {
    expect(() => playbookOf(task("a", more))).toThrow();
  }
  expect(() => playbookOf()).toThrow("value.playbookTasks");
  expect(() => playbookOf(task("Not a key"))).toThrow("value.playbookKey");
});

test("editors get a JSON Schema that asks only for what has no default", () => {
  expect(playbookJsonSchema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    required: ["key", "title", "kind", "tasks"],
    additionalProperties: false,
    properties: { tasks: { items: { required: ["key", "title", "action"] } } },
  });
});

test("a text is spoken in the languages that the document has it in; without any it is the text itself", () => {
  const translations = { fr: { title: "Poser le modem" } };
  const [plain, translated] = playbookOf(task("a"), task("b", { instructions: "Hang it.", translations })).tasks;
  expect(spoken(plain!, "title")).toBe("a");
  expect(spoken(plain!, "instructions")).toBeUndefined();
  expect(spoken(translated!, "title")).toEqual({ own: "b", translations: { fr: "Poser le modem" } });
  expect(spoken(translated!, "instructions")).toBe("Hang it.");
});

test("translations are of languages that are spoken here, and of texts that a task has", () => {
  const wrong = [{ nl: { title: "Aanbrengen" } }, { fr: { name: "Poser" } }, { fr: { title: " " } }];
  for (const translations of wrong) expect(() => playbookOf(task("a", { translations }))).toThrow();
});
