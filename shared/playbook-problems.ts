import type { z } from "zod";
import { sentenceOfIssue } from "./sentence-of-issue.ts";
import { say, type Sentence } from "./sentence.ts";
import { playbookBytesMax } from "./limits.ts";
import { type PlaybookDocument, playbookSchema, type PlaybookTask, taskOrder } from "./playbook.ts";
import { hasLoosePlaceholder, type TemplateText, textsOf, variablesIn } from "./template.ts";

export interface PlaybookProblem {
  /** The way to the place, e.g. `["tasks", 3, "input", "account"]`. */
  readonly path: readonly (string | number)[];
  readonly message: Sentence;
}

/** What an action takes and gives, by the keys alone. */
export interface ActionShape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly outputs: readonly string[];
}

export interface PlaybookLanguage {
  readonly actions: ReadonlyMap<string, ActionShape>;
  /** Paths such as `customer.name`; a `*` stands for any one word, as in `items.*.identifier`. */
  readonly variables: readonly string[];
}

const depthMax = 16;

/** Everything that is wrong with a parsed playbook, all at once; empty when it may be saved and run. */
export function playbookProblems(document: unknown, language: PlaybookLanguage): PlaybookProblem[] {
  if (isTooLarge(document))
    return [{ path: [], message: say("playbook.tooLarge", { size: playbookBytesMax / 1_000, depth: depthMax }) }];
  const parsed = playbookSchema.safeParse(document);
  if (!parsed.success) return parsed.error.issues.flatMap(problemsOfIssue);
  return [...problemsOfOrder(parsed.data), ...problemsOfTasks(parsed.data, language)];
}

/** Measured without recursion and stopped at the limit: a YAML alias may make a small text huge or endless. */
function isTooLarge(document: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }];
  let size = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    size += typeof value === "string" ? value.length : 1;
    if (size > playbookBytesMax || depth > depthMax) return true;
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      size += key.length;
      waiting.push({ value: child, depth: depth + 1 });
    }
  }
  return false;
}

function problemsOfIssue(issue: z.core.$ZodIssue): PlaybookProblem[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code !== "unrecognized_keys") return [{ path, message: sentenceOfIssue(issue) }];
  return issue.keys.map((field) => ({ path: [...path, field], message: say("playbook.noField", { field }) }));
}

function problemsOfOrder({ tasks }: PlaybookDocument): PlaybookProblem[] {
  const keys = tasks.map((task) => task.key);
  const duplicates = keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ path: ["tasks", index, "key"], message: say("playbook.taskTwice", { key }) }] : [],
  );
  const unknown = tasks.flatMap((task, index) =>
    (task.needs ?? []).flatMap((need, at) =>
      keys.includes(need)
        ? []
        : [{ path: ["tasks", index, "needs", at], message: say("playbook.noTask", { task: need }) }],
    ),
  );
  if (duplicates.length > 0 || unknown.length > 0) return [...duplicates, ...unknown];
  const ordered = new Set(taskOrder(tasks).map((task) => task.key));
  return keys.flatMap((key, index) =>
    ordered.has(key) ? [] : [{ path: ["tasks", index, "needs"], message: say("playbook.circle", { task: key }) }],
  );
}

interface Scope extends PlaybookLanguage {
  readonly tasks: readonly PlaybookTask[];
  /** Keys of the tasks that are surely done before the one at hand. */
  readonly before: ReadonlySet<string>;
}

function problemsOfTasks({ tasks }: PlaybookDocument, language: PlaybookLanguage): PlaybookProblem[] {
  const before = tasksBefore(tasks);
  return tasks.flatMap((task, index) => {
    const scope = { ...language, tasks, before: before.get(task.key) ?? new Set<string>() };
    const problems = [
      ...inputKeyProblems(task, language),
      ...textsOf(task.input).flatMap((text) => textProblems(text, scope)),
    ];
    return problems.map(({ path, message }) => ({ path: ["tasks", index, ...path], message }));
  });
}

function tasksBefore(tasks: readonly PlaybookTask[]): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, ReadonlySet<string>>();
  for (const { key, needs } of taskOrder(tasks)) {
    before.set(key, new Set(needs.flatMap((need) => [need, ...(before.get(need) ?? [])])));
  }
  return before;
}

function inputKeyProblems(task: PlaybookTask, { actions }: PlaybookLanguage): PlaybookProblem[] {
  const action = actions.get(task.action);
  if (action === undefined) return [{ path: ["action"], message: say("playbook.noAction", { action: task.action }) }];
  const given = Object.keys(task.input);
  const missing = action.required.filter((key) => !given.includes(key));
  const unknown = given.filter((key) => !action.required.includes(key) && !action.optional.includes(key));
  return [
    ...missing.map((key) => ({
      path: ["input"],
      message: say("playbook.inputMissing", { action: task.action, input: key }),
    })),
    ...unknown.map((key) => ({
      path: ["input", key],
      message: say("playbook.inputUnknown", { action: task.action, input: key }),
    })),
  ];
}

function textProblems({ path, text }: TemplateText, scope: Scope): PlaybookProblem[] {
  const messages = variablesIn(text).flatMap((variable) => variableProblem(variable, scope) ?? []);
  if (hasLoosePlaceholder(text)) messages.push(say("playbook.bracket", { example: "${customer.name}" }));
  return messages.map((message) => ({ path: ["input", ...path], message }));
}

function variableProblem(variable: string, { tasks, before, actions, variables }: Scope): Sentence | null {
  const [root, key = "", ...output] = variable.split(".");
  if (root !== "tasks")
    return variables.some((known) => isNamedBy(variable, known)) ? null : say("playbook.noVariable", { variable });
  const task = tasks.find((each) => each.key === key);
  if (task === undefined) return say("playbook.noTask", { task: key });
  if (!before.has(key)) return say("playbook.notBefore", { task: key });
  if (task.ignoreErrors) return say("playbook.mayFail", { task: key });
  const outputs = actions.get(task.action)?.outputs;
  const isKnown = outputs === undefined || outputs.includes(output.join("."));
  return isKnown ? null : say("playbook.noOutput", { task: key, output: output.join(".") });
}

function isNamedBy(variable: string, known: string): boolean {
  const words = variable.split(".");
  const knownWords = known.split(".");
  return words.length === knownWords.length && knownWords.every((word, index) => word === "*" || word === words[index]);
}
