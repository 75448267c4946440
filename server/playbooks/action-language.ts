import type { ActionShape, PlaybookLanguage } from "@tierline/shared/playbook-problems.ts";
import { z } from "zod";
import type { Action } from "../provisioning/action.ts";
import { variableNames } from "../services/run-variables.ts";

/** What a playbook may name here and now: the actions this server has, and the variables every run is given. */
export function languageOf(actions: ReadonlyMap<string, Action>): PlaybookLanguage {
  return {
    actions: new Map([...actions].map(([key, action]) => [key, shapeOf(action)])),
    variables: variableNames,
  };
}

function shapeOf({ input, outputs }: Action): ActionShape {
  const fields = Object.entries(input.shape).map(([key, field]) => ({ key, isOptional: isOptional(field) }));
  return {
    required: fields.filter(({ isOptional: may }) => !may).map(({ key }) => key),
    optional: fields.filter(({ isOptional: may }) => may).map(({ key }) => key),
    outputs,
  };
}

function isOptional(field: unknown): boolean {
  return field instanceof z.ZodType && field.safeParse(undefined).success;
}

/** JSON Schema of what an action takes, for editors. What JSON cannot say is left open. */
export function inputSchemaOf({ input }: Action): string {
  return JSON.stringify(z.toJSONSchema(input, { io: "input", unrepresentable: "any" }));
}
