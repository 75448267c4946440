import { createHash } from "node:crypto";
import {
  createSourceEventStream,
  execute,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import type { RequestContext } from "../kernel/context.ts";
import { sightOf } from "../kernel/viewer.ts";

/** What fields of these types say depends on tier and rights alone; what others say may depend on the person who asks. */
const impersonalTypes = new Set(
  "Subscription ProvisioningRun ProvisioningTask RunAction RunError RunVariable TaskLogConnection TaskLogEdge TaskLogEntry PageInfo".split(
    " ",
  ),
);

/** By event and question. An event that a source makes for each subscriber is answered for each. */
const answers = new WeakMap<object, Map<string, ReturnType<typeof execute>>>();

/**
 * As graphql-js subscribes, except that an event that reaches many is answered once for all who ask the same in the same tier with
 * the same rights and in the same language.
 */
export async function subscribeTogether(
  args: ExecutionArgs,
): Promise<ExecutionResult | AsyncGenerator<ExecutionResult>> {
  const stream = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in stream)) return stream;
  const source = stream[Symbol.asyncIterator]();
  const question = questionOf(args);
  async function ended(): Promise<IteratorReturnResult<undefined>> {
    await source.return?.();
    return { done: true, value: undefined };
  }
  const results: Omit<AsyncGenerator<ExecutionResult, undefined>, typeof Symbol.asyncDispose> = {
    async next() {
      const { done, value } = await source.next();
      if (done === true) return { done, value: undefined };
      return { done: false, value: await answerTo(args, question, value) };
    },
    return: ended, // at once, though `next` waits: a generator would hang until the next event
    async throw(error: unknown) {
      await ended();
      throw error;
    },
    [Symbol.asyncIterator]: () => results as AsyncGenerator<ExecutionResult>,
  };
  return results as AsyncGenerator<ExecutionResult>; // graphql-ws asks for its three methods
}

function answerTo(args: ExecutionArgs, question: string, event: unknown): ReturnType<typeof execute> {
  const answer = () => execute({ ...args, rootValue: event });
  if (typeof event !== "object" || event === null) return answer();
  const known = answers.get(event) ?? new Map<string, ReturnType<typeof execute>>();
  answers.set(event, known);
  const given = known.get(question) ?? answer();
  known.set(question, given);
  return given;
}

/** The same for two subscribers exactly when every event has to say the same to both. */
function questionOf({ schema, document, variableValues, operationName, contextValue }: ExecutionArgs): string {
  const { viewer, language } = contextValue as RequestContext; // as `admit` made it
  const rights = viewer === null ? null : sightOf(viewer);
  const person = isImpersonal(schema, document) ? null : viewer?.userId;
  const asked = [print(document), operationName, variableValues, language, rights, person];
  return createHash("sha256").update(JSON.stringify(asked)).digest("base64url");
}

function isImpersonal(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isSo = true;
  const Field = () => void (isSo &&= impersonalTypes.has(types.getParentType()?.name ?? ""));
  visit(document, visitWithTypeInfo(types, { Field }));
  return isSo;
}
