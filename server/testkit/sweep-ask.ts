import { execute, GraphQLError, subscribe, type DocumentNode, type GraphQLSchema } from "graphql";
import { pino } from "pino";
import { presentError } from "../api/errors.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { Root } from "./sweep-document.ts";

/** As a caller is sent it. */
export interface Answer {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly code: unknown; readonly path: unknown }[];
}

export interface Question {
  readonly root: Root;
  /** Of the root field. */
  readonly name: string;
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
}

/** Subscriptions that say nothing until something happens; the others say at once how it is, or why they do not. */
const silentAtFirst = new Set(["inventoryChanged", "notifications"]);
const quietMs = 60;
const log = pino({ level: "silent" });

export async function askForAll(
  schema: GraphQLSchema,
  contextValue: RequestContext,
  { root, name, document, variables }: Question,
): Promise<Answer> {
  const args = { schema, document, variableValues: variables, contextValue };
  const result = root === "Subscription" ? await firstOf(args, name) : await execute(args);
  const errors = (result.errors ?? []).map((error) => {
    const { message, path, extensions } = presentError(error, { requestId: "id", language: "en" }, log);
    return { message, path: path ?? null, code: extensions?.["code"] };
  });
  return {
    data: result.data ?? null,
    errors: errors.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

/** The first thing that a subscription says, or silence. */
async function firstOf(
  args: Parameters<typeof subscribe>[0],
  name: string,
): Promise<Awaited<ReturnType<typeof execute>>> {
  const stream = await subscribe(args);
  if (!(Symbol.asyncIterator in stream)) return stream;
  const silence = (): Promise<{ value: { data: null } }> =>
    new Promise((resolve) => setTimeout(resolve, quietMs, { value: { data: null } }));
  try {
    const { value } = await Promise.race([stream.next(), ...(silentAtFirst.has(name) ? [silence()] : [])]);
    return value ?? { data: null };
  } catch (error) {
    const path = [args.document.definitions[0]?.kind ?? ""];
    return { data: null, errors: [new GraphQLError("", { originalError: error as Error, path })] };
  } finally {
    void stream.return?.();
  }
}

export function codesOf({ errors }: Answer): unknown[] {
  return errors.map(({ code }) => code);
}
