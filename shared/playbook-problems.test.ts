import { rendered } from "./render-sentence.ts";
import { say } from "./sentence.ts";
import { expect, test } from "vitest";
import { type PlaybookLanguage, playbookProblems } from "./playbook-problems.ts";

const language: PlaybookLanguage = {
  actions: new Map([
    ["customer.validate", { required: [], optional: [], outputs: [] }],
    ["charging.create-account", { required: ["account", "plan"], optional: ["dataGb"], outputs: ["accountId"] }],
    ["mail.send", { required: ["to"], optional: ["subject"], outputs: ["messageId"] }],
  ]),
  variables: ["customer.name", "customer.email", "items.*.identifier"],
};

const validate = { key: "validate", title: "Validate customer", action: "customer.validate" };
const ocs = {
  key: "ocs",
  title: "Configure OCS account",
  action: "charging.create-account",
  input: { account: "${items.sim.identifier}", plan: "20 GB" },
};
const mail = { key: "mail", title: "Send welcome mail", action: "mail.send", input: { to: "${customer.email}" } };

function problemsOf(tasks: readonly object[], more: object = {}) {
  const problems = playbookProblems({ key: "demo", title: "Demo", kind: "provision", tasks, ...more }, language);
  return problems.map(({ path, message }) => `${path.join(".")}: ${rendered(message, "en")}`);
}

test("a playbook that can run has no problems", () => {
  expect(
    problemsOf([
      validate,
      ocs,
      { ...mail, input: { to: "${customer.email}", subject: "Account ${tasks.ocs.accountId}" } },
    ]),
  ).toEqual([]);
});

test("unknown actions, inputs and fields are named with their place", () => {
  expect(problemsOf([{ ...validate, action: "customer.bless" }])).toEqual([
    'tasks.0.action: There is no action "customer.bless".',
  ]);
  expect(problemsOf([{ ...ocs, input: { account: "x", colour: "red" } }])).toEqual([
    'tasks.0.input: charging.create-account needs the input "plan".',
    'tasks.0.input.colour: charging.create-account takes no input "colour".',
  ]);
  expect(problemsOf([{ ...validate, retries: 3 }], { vendor: "x" })).toEqual([
    'tasks.0.retries: There is no field "retries" here.',
    'vendor: There is no field "vendor" here.',
  ]);
});

test("a variable must exist", () => {
  const input = { to: "${customer.mail}", subject: "${items.sim.colour} ${constructor} ${} ${customer.name" };
  expect(problemsOf([{ ...mail, input }])).toEqual([
    'tasks.0.input.to: There is no variable "customer.mail".',
    'tasks.0.input.subject: There is no variable "items.sim.colour".',
    'tasks.0.input.subject: There is no variable "constructor".',
    'tasks.0.input.subject: There is no variable "".',
    "tasks.0.input.subject: A variable is written like ${customer.name}; a bracket is missing here.",
  ]);
});

test("an output is known only after its task", () => {
  const mailWith = (subject: string, more: object = {}) => ({ ...mail, input: { to: "x", subject }, ...more });
  expect(problemsOf([mailWith("${tasks.ocs.accountId}"), ocs])).toEqual([
    'tasks.0.input.subject: The task "ocs" does not come before this one.',
  ]);
  expect(problemsOf([ocs, mailWith("${tasks.ocs.accountId}", { needs: [] })])).toEqual([
    'tasks.1.input.subject: The task "ocs" does not come before this one.',
  ]);
  expect(problemsOf([ocs, validate, mailWith("${tasks.ocs.accountId}")])).toEqual([]);
  expect(problemsOf([ocs, mailWith("${tasks.ocs.colour} ${tasks.sms.id} ${tasks.ocs}")])).toEqual([
    'tasks.1.input.subject: The task "ocs" has no output "colour".',
    'tasks.1.input.subject: There is no task "sms".',
    'tasks.1.input.subject: The task "ocs" has no output "".',
  ]);
});

test("an output of a task whose failure is ignored is not relied on", () => {
  expect(
    problemsOf([
      { ...ocs, ignoreErrors: true },
      { ...mail, input: { to: "${tasks.ocs.accountId}" } },
    ]),
  ).toEqual(['tasks.1.input.to: The task "ocs" may fail and be ignored, so its outputs may be missing.']);
});

test("keys are unique, needs exist and nothing waits for itself", () => {
  expect(problemsOf([validate, validate])).toEqual(['tasks.1.key: Another task has the key "validate".']);
  expect(problemsOf([{ ...validate, needs: ["ocs"] }])).toEqual(['tasks.0.needs.0: There is no task "ocs".']);
  expect(problemsOf([validate, { ...ocs, needs: ["mail"] }, mail])).toEqual([
    'tasks.1.needs: "ocs" waits for itself, or for tasks that do.',
    'tasks.2.needs: "mail" waits for itself, or for tasks that do.',
  ]);
});

test("what is no playbook at all is said to be none", () => {
  for (const document of [null, undefined, "text", 5, [], {}]) {
    expect(playbookProblems(document, language).length).toBeGreaterThan(0);
  }
});

test("a document that is too large, too deep or endless is refused before it is read", () => {
  const tooLarge = [{ path: [], message: say("playbook.tooLarge", { size: 64, depth: 16 }) }];
  const endless: unknown[] = [];
  endless.push(endless);
  const deep = Array.from({ length: 50_000 }).reduce<unknown>((inner) => [inner], null);
  for (const document of [{ key: "x".repeat(64_001) }, endless, deep, Array.from({ length: 64_001 })]) {
    expect(playbookProblems(document, language)).toEqual(tooLarge);
  }
});
