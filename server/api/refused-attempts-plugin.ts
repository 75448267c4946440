import type { ApolloServerPlugin } from "@apollo/server";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import type { RequestContext } from "../kernel/context.ts";
import { AccessError, type AccessCode } from "../kernel/rejection.ts";
import type { RefusedAttempt } from "../kernel/refused-attempt.ts";
import { actedFor, type Viewer } from "../kernel/viewer.ts";
import { idPrefixes, prefixOf, uuidOf, type IdNoun } from "@tierline/shared/id.ts";
import type { FieldNode, GraphQLError, OperationDefinitionNode } from "graphql";

/** Refused for who one is, whatever was asked; what a form gets wrong is no attempt at anything. */
const refusing: ReadonlySet<AccessCode> = new Set([
  "FORBIDDEN",
  "RATE_LIMITED",
  "RESELLER_SUSPENDED",
  "RESELLER_NOT_ACTIVATED",
]);
/** Ids of others' things are tried here; a query that finds nothing has refused nothing. */
const refusingInMutations: ReadonlySet<AccessCode> = new Set([...refusing, "NOT_FOUND"]);

/** Where attempts that were refused become entries of the audit trail: once for all fields, after their transactions are gone. */
export function refusedAttemptsPlugin(attempts: RefusedAttempts): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, operation, contextValue, request }) {
          const { viewer } = contextValue;
          if (viewer === null || operation === undefined) return;
          const told = attemptsIn(errors, operation, request.variables ?? {});
          await Promise.all(told.map((attempt) => attempts.note({ ...attempt, ...whoIn(contextValue, viewer) })));
        },
      };
    },
  };
}

type What = Pick<RefusedAttempt, "operation" | "code" | "subjectKind" | "subjectId" | "subject">;

function attemptsIn(
  errors: readonly GraphQLError[],
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): What[] {
  const codes = operation.operation === "mutation" ? refusingInMutations : refusing;
  return errors.flatMap(({ originalError, path }) => {
    const field = fieldAt(operation, path?.[0]);
    if (!(originalError instanceof AccessError) || !codes.has(originalError.code)) return [];
    return [{ operation: field, code: originalError.code, ...subjectIn(variables, field) }];
  });
}

/** By its own name, however the document calls it. */
function fieldAt({ selectionSet }: OperationDefinitionNode, key: string | number | undefined): string {
  const fields = selectionSet.selections.filter((each): each is FieldNode => each.kind === "Field");
  const found = fields.find(({ name, alias }) => (alias ?? name).value === key);
  return found?.name.value ?? String(key ?? "unknown");
}

const nounOf = new Map(Object.entries(idPrefixes).map(([noun, prefix]) => [prefix, noun as IdNoun]));

/** The first id among the arguments: an id is no secret, which cannot be said of any other text that somebody sends. */
function subjectIn(
  variables: Readonly<Record<string, unknown>>,
  field: string,
): Pick<What, "subjectKind" | "subjectId" | "subject"> {
  const id = textsIn(variables).find((text) => prefixOf(text) !== null);
  const prefix = id === undefined ? null : prefixOf(id);
  if (id === undefined || prefix === null) return { subjectKind: "user", subjectId: null, subject: field };
  return { subjectKind: nounOf.get(prefix) ?? "user", subjectId: uuidOf(id), subject: id };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

export function whoIn(
  { http, requestId }: Pick<RequestContext, "http" | "requestId">,
  { userId, name, onBehalfOf, channel, path }: Viewer,
): Omit<RefusedAttempt, keyof What> {
  return {
    actorId: userId,
    actor: name,
    onBehalfOf: actedFor({ onBehalfOf }),
    channel,
    path,
    ip: http?.ip ?? null,
    requestId,
  };
}
