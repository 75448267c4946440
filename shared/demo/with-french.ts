import type { z } from "zod";
import type { playbookSchema } from "../playbook.ts";
import { inFrench } from "./playbooks-in-french.ts";

export type WrittenPlaybook = z.input<typeof playbookSchema>;
export type WrittenTask = WrittenPlaybook["tasks"][number];

/** The same with its titles, description and instructions in French beside them. */
export function withFrench({ key, title, description, tasks, ...more }: WrittenPlaybook): WrittenPlaybook {
  const texts = { title: french(title), description: french(description) };
  return { key, title, description, translations: { fr: texts }, ...more, tasks: tasks.map(taskWithFrench) };
}

function taskWithFrench({ key, title, instructions, ...more }: WrittenTask): WrittenTask {
  if (instructions === undefined) return { key, title, translations: { fr: { title: french(title) } }, ...more };
  const texts = { title: french(title), instructions: french(instructions) };
  return { key, title, instructions, translations: { fr: texts }, ...more };
}

function french(english = ""): string {
  const text = inFrench[english];
  if (text === undefined) throw new RangeError(`The demo world's playbooks lack French for "${english}".`);
  return text;
}
