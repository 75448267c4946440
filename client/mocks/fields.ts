import type { Sentence } from "@tierline/shared/sentence.ts";
import type { World } from "./world.ts";

/** Answers one field: from the row it belongs to, the arguments and the world. */
export type Field<Source> = (source: Source, args: never, world: World) => unknown;
export type Fields = Readonly<Record<string, Field<never>>>;

/** The fields of a type that its rows do not already have under the same name. */
export function fieldsOf<Source>(fields: Readonly<Record<string, Field<Source>>>): Fields {
  return fields;
}

/** What every mutation answers that was done, or refused. */
export function refusal(code: string, message: Sentence, path: readonly string[] | null = null) {
  return { __typename: "RuleError", code, message, messageKey: message.key, path };
}
