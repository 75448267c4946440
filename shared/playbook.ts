import { z } from "zod";
import {
  keyLengthMax,
  nameLengthMax,
  taskAttempts,
  taskAttemptsMax,
  taskDeadlineSeconds,
  taskDeadlineSecondsMax,
  tasksPerPlaybookMax,
  textLengthMax,
} from "./limits.ts";
import { type Language, languages } from "./language.ts";
import type { Translated } from "./sentence.ts";
import type { SentenceKey } from "./sentences/catalogue.ts";

export const playbookKinds = ["provision", "addon", "change", "terminate"] as const;
export type PlaybookKind = (typeof playbookKinds)[number];

const key = z
  .string()
  .max(keyLengthMax)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "value.playbookKey" satisfies SentenceKey);
const title = z
  .string()
  .trim()
  .min(1, "value.playbookTitle" satisfies SentenceKey)
  .max(nameLengthMax);
const text = z.string().max(textLengthMax);

const wordsOfTask = { title: title.optional(), instructions: text.optional() };
const wordsOfPlaybook = { title: title.optional(), description: text.optional() };

/** Beside the texts themselves the same in other languages; a text that is left out is read as it stands above. */
function translationsOf<Texts extends z.core.$ZodLooseShape>(texts: Texts) {
  const inOne = z.strictObject(texts).optional();
  const inEach = { en: inOne, fr: inOne, de: inOne, pt: inOne } satisfies Record<Language, unknown>;
  return z.strictObject(inEach).optional().describe("Its texts in other languages, by language: `fr: { title: … }`.");
}

const taskSchema = z.strictObject({
  key: key.describe("Names the task within the playbook and in `${tasks.<key>.<output>}`."),
  title: title.describe("What people read while it runs, e.g. Assign SIM."),
  translations: translationsOf(wordsOfTask),
  action: z.string().max(keyLengthMax).describe("Key of the action that does it, e.g. `inventory.assign`."),
  input: z
    .record(z.string(), z.json())
    .default({})
    .describe("What the action gets; texts may name variables: `${customer.name}`."),
  needs: z
    .array(key)
    .optional()
    .describe("Keys of the tasks that must be done before. Absent: the task above. Empty: none, so it starts at once."),
  ignoreErrors: z.boolean().default(false).describe("Whether the run goes on, with a warning, when this task fails."),
  deadlineSeconds: z
    .int()
    .min(1)
    .max(taskDeadlineSecondsMax)
    .default(taskDeadlineSeconds)
    .describe("How long it may take, all attempts together."),
  maxAttempts: z.int().min(1).max(taskAttemptsMax).default(taskAttempts).describe("How often it is tried by itself."),
  instructions: text.optional().describe("For a task done by a person: what to do."),
});

/** A playbook as people write it, in YAML or JSON. Absent fields are filled in with their defaults. */
export const playbookSchema = z.strictObject({
  key: key.describe("Names the playbook for good; offerings refer to it."),
  title,
  description: text.default("").describe("When and for what it is used."),
  translations: translationsOf(wordsOfPlaybook),
  kind: z
    .enum(playbookKinds)
    .describe("provision: makes a service; addon: adds to one; change: changes one; terminate: ends one."),
  tasks: z
    .array(taskSchema)
    .min(1, "value.playbookTasks" satisfies SentenceKey)
    .max(tasksPerPlaybookMax),
});
export type PlaybookDocument = z.infer<typeof playbookSchema>;
export type PlaybookTask = PlaybookDocument["tasks"][number];

type TextsOf<Field extends string> = { readonly [Each in Field]?: string | undefined };
type SpokenIn<Field extends string> = TextsOf<Field> & {
  readonly translations?: { readonly [Each in Language]?: TextsOf<Field> | undefined } | undefined;
};

/** One of its texts for whoever reads it: in their language where the document has it, else as it stands. */
export function spoken<Field extends string>(
  thing: SpokenIn<Field> & Readonly<Record<Field, string>>,
  field: Field,
): string | Translated;
export function spoken<Field extends string>(thing: SpokenIn<Field>, field: Field): string | Translated | undefined;
export function spoken<Field extends string>(thing: SpokenIn<Field>, field: Field): string | Translated | undefined {
  const own = thing[field];
  const translations = languages.flatMap((language) => {
    const text = thing.translations?.[language]?.[field];
    return text === undefined ? [] : [[language, text] as const];
  });
  return own === undefined || translations.length === 0 ? own : { own, translations: Object.fromEntries(translations) };
}

/** For editors and third parties: JSON Schema, draft 2020-12. */
export const playbookJsonSchema = z.toJSONSchema(playbookSchema, { io: "input" });

/** The keys of the tasks that must be done before the one at `index`: those it names, else the task above it. */
export function needsOf(tasks: readonly PlaybookTask[], index: number): readonly string[] {
  const above = tasks[index - 1];
  return tasks[index]?.needs ?? (above === undefined ? [] : [above.key]);
}

export interface OrderedTask extends PlaybookTask {
  readonly needs: string[];
}

/** The tasks in an order in which each comes after all that it needs, otherwise as written. A cycle and what waits for it is left out. */
export function taskOrder(tasks: readonly PlaybookTask[]): OrderedTask[] {
  const waiting = tasks.map((task, index) => ({ ...task, needs: [...needsOf(tasks, index)] }));
  const ordered: OrderedTask[] = [];
  const done = new Set<string>();
  for (let next = nextReady(waiting, done); next !== undefined; next = nextReady(waiting, done)) {
    waiting.splice(waiting.indexOf(next), 1);
    ordered.push(next);
    done.add(next.key);
  }
  return ordered;
}

function nextReady(waiting: readonly OrderedTask[], done: ReadonlySet<string>): OrderedTask | undefined {
  return waiting.find((task) => task.needs.every((need) => done.has(need)));
}
