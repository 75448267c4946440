import { say, type Sentence } from "./sentence.ts";

/** What a playbook's input may hold: JSON in which every text may name variables, as in `Welcome, ${customer.name}`. */
export type TemplateValue =
  | string
  | number
  | boolean
  | null
  | readonly TemplateValue[]
  | { readonly [key: string]: TemplateValue };

/** Answers a variable by its path, such as `customer.name`; undefined when there is none. */
export type Lookup = (path: string) => unknown;

/** A template names a variable that has no value. */
export class VariableMissing extends Error {
  override readonly name = "VariableMissing";
  readonly path: string;
  readonly sentence: Sentence;
  constructor(path: string) {
    super(`There is no value for \${${path}}.`);
    this.path = path;
    this.sentence = say("task.noValue", { name: `\${${path}}` });
  }
}

const placeholder = /\$\{([^{}]*)\}/g;
const onlyPlaceholder = /^\$\{([^{}]*)\}$/;

/**
 * Fills in the variables, and does nothing else: no conditions, no loops, no calls. A text that is a single variable becomes its value,
 * whatever that is; within a longer text a value is written out, so a secret appears there as its mask.
 * @throws VariableMissing
 */
export function renderTemplate(template: TemplateValue, lookup: Lookup): unknown {
  if (typeof template === "string") return renderText(template, lookup);
  if (Array.isArray(template)) return template.map((item: TemplateValue) => renderTemplate(item, lookup));
  if (template === null || typeof template !== "object") return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, renderTemplate(value, lookup)]));
}

/** The variables that a template names, each once, in order of appearance. */
export function templateVariables(template: TemplateValue): string[] {
  return [...new Set(textsOf(template).flatMap(({ text }) => variablesIn(text)))];
}

/** Looks variables up in nested objects, own properties only: `${constructor}` and `${name.length}` name nothing. */
export function lookupIn(values: object): Lookup {
  return (path) => path.split(".").reduce<unknown>(ownProperty, values);
}

export interface TemplateText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** All texts within a template, with the way that leads to each. */
export function textsOf(template: TemplateValue, path: readonly (string | number)[] = []): TemplateText[] {
  if (typeof template === "string") return [{ path, text: template }];
  if (template === null || typeof template !== "object") return [];
  const isList = Array.isArray(template);
  return Object.entries(template).flatMap(([key, value]) => textsOf(value, [...path, isList ? Number(key) : key]));
}

export function variablesIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, path = ""]) => path.trim());
}

/** Whether a `${` is left that names no variable: a bracket was forgotten. */
export function hasLoosePlaceholder(text: string): boolean {
  return text.replace(placeholder, "").includes("${");
}

function renderText(text: string, lookup: Lookup): unknown {
  const [, only] = onlyPlaceholder.exec(text) ?? [];
  if (only !== undefined) return valueOf(only, lookup);
  return text.replace(placeholder, (_, path: string) => String(valueOf(path, lookup)));
}

function valueOf(rawPath: string, lookup: Lookup): unknown {
  const path = rawPath.trim();
  const value = lookup(path);
  if (value === undefined || value === null) throw new VariableMissing(path);
  return value;
}

function ownProperty(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key]; // hasOwn has just shown it
}
