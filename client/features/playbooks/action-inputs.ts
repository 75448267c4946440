import * as z from "zod/mini";
import { otherwise } from "../../navigation/url-parts.ts";

export interface ActionInput {
  readonly key: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

const property = z.looseObject({
  type: z.optional(z.union([z.string(), z.array(z.string())])),
  description: z.optional(z.string()),
});
const schema = z.looseObject({
  properties: otherwise(z.record(z.string(), property), {}),
  required: otherwise(z.array(z.string()), []),
});

/** The inputs of an action out of its JSON Schema, for reading; none where it has none or they can't be told. */
export function inputsOf(text: string): ActionInput[] {
  const parsed = schema.safeParse(jsonOf(text));
  if (!parsed.success) return [];
  const { properties, required } = parsed.data;
  return Object.entries(properties).map(([key, { type, description }]) => ({
    key,
    type: type === undefined ? "" : [type].flat().join(" | "),
    isRequired: required.includes(key),
    description: description ?? "",
  }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the reference lacks a line then; the document is checked by the server
  }
}
