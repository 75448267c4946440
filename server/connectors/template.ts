import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import { Secret, Unknown, type Part } from "../kernel/secret.ts";

/** What a template may name. */
export type TemplateValues = Readonly<Record<string, Part>>;

export const templateLengthMax = 64_000;
const placeholder = /\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}/g;
const onlyPlaceholder = /^\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}$/;

/**
 * Fills the places `{{name}}` of a JSON value. No logic, no paths, own properties only; a place that is the whole text keeps
 * the type of its value, so that nothing a value holds can change the shape of the JSON around it.
 * Throws VARIABLE_MISSING (permanent) for a name without a value.
 */
export function fillJson(template: Part, values: TemplateValues): Part {
  if (typeof template === "string") return fillText(template, values);
  if (template instanceof Secret || template instanceof Unknown) return template;
  if (Array.isArray(template)) return template.map((each: Part) => fillJson(each, values));
  if (typeof template === "object" && template !== null) {
    return Object.fromEntries(Object.entries(template).map(([key, each]) => [key, fillJson(each, values)]));
  }
  return template;
}

/** Fills a URL path: every value becomes one segment's worth of text and can neither add a segment nor a query. */
export function fillPath(template: string, values: TemplateValues): string {
  const filled = template.replace(placeholder, (_place, name: string) => {
    const value = valueOf(name, values);
    if (value instanceof Secret) throw invalid(say("template.secret", { name: `{{${name}}}` }));
    if (value instanceof Unknown) return value.toString();
    const text = scalarText(name, value);
    if (text === "" || text === "." || text === "..")
      throw invalid(say("template.notPath", { name: `{{${name}}}`, text }));
    return encodeURIComponent(text);
  });
  return limited(filled);
}

function fillText(template: string, values: TemplateValues): Part {
  const whole = onlyPlaceholder.exec(template)?.[1];
  if (whole !== undefined) return valueOf(whole, values);
  let isSecret = false;
  const filled = template.replace(placeholder, (_place, name: string) => {
    const value = valueOf(name, values);
    if (!(value instanceof Secret)) return value instanceof Unknown ? value.toString() : scalarText(name, value);
    isSecret = true;
    return value.reveal();
  });
  return isSecret ? new Secret(limited(filled)) : limited(filled);
}

function valueOf(name: string, values: TemplateValues): Part {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw invalid(say("template.notKnown", { name: `{{${name}}}` }));
  return value;
}

function scalarText(name: string, value: Part): string {
  if (typeof value === "object") throw invalid(say("template.notText", { name: `{{${name}}}` }));
  return String(value);
}

function limited(text: string): string {
  if (text.length > templateLengthMax) throw invalid(say("template.tooLong", { max: templateLengthMax }));
  return text;
}

function invalid(why: Sentence): ConnectorFailure {
  return new ConnectorFailure("permanent", "VARIABLE_MISSING", say("template.unfilled", { why }));
}
