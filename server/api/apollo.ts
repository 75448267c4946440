import { ApolloServer, HeaderMap, type ApolloServerPlugin, type GraphQLRequest } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { acceptedLanguage, defaultLanguage } from "@tierline/shared/language.ts";
import { errorsMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { BREAK, GraphQLError, visit, type DocumentNode, type FormattedExecutionResult } from "graphql";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import type { RequestContext } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { presentError, type Asked } from "./errors.ts";
import { costOf, costProblem, limitRules, limits } from "./limits.ts";
import { statusOfRefusal } from "./meter.ts";
import { refusedAttemptsPlugin } from "./refused-attempts-plugin.ts";
import { bearerOf, httpContext } from "./request-context.ts";
import type { ApiDesk, ApiServices } from "./services.ts";

const costPlugin = (schema: ApiServices["schema"]): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    let cost = 0;
    return {
      async didResolveOperation({ document, request, contextValue }) {
        refuseAnonymousIntrospection(document, contextValue);
        cost = affordableCost(schema, document, request);
        spend(contextValue, cost);
      },
      async willSendResponse({ response, contextValue, operation, operationName, queryHash }) {
        if (response.body.kind !== "single") return;
        const { errors } = response.body.singleResult;
        if (errors !== undefined && errors.length > errorsMax)
          response.body.singleResult.errors = errors.slice(0, errorsMax);
        response.body.singleResult.extensions = {
          ...response.body.singleResult.extensions,
          cost: { requested: cost, limit: limits.cost, ...contextValue.meter?.left() },
        };
        contextValue.meter?.note({
          kind: operation === undefined ? null : kindOf[operation.operation],
          operation: operationName ?? null,
          documentHash: queryHash ?? null,
          cost,
          status: response.http.status ?? 200,
          codes: codesOf(response.body.singleResult),
        });
      },
    };
  },
});

const kindOf = { query: "QUERY", mutation: "MUTATION", subscription: "SUBSCRIPTION" } as const;

/** Of errors and of refusals, as far as they were asked for; each once. */
function codesOf({ data, errors }: FormattedExecutionResult): string[] {
  const refusals = Object.values(data ?? {}).flatMap(
    (field) => (field as { userErrors?: { code?: unknown }[] } | null)?.userErrors ?? [],
  );
  const codes = [...(errors ?? []).map(({ extensions }) => extensions?.["code"]), ...refusals.map(({ code }) => code)];
  return [...new Set(codes.filter((code) => typeof code === "string"))];
}

/** The schema is for whoever may use it. @throws GraphQLError UNAUTHENTICATED */
function refuseAnonymousIntrospection(document: DocumentNode, { viewer }: RequestContext): void {
  if (viewer !== null || !asksForSchema(document)) return;
  const originalError = new AccessError("UNAUTHENTICATED", say("access.introspection"));
  throw new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 401 } } });
}

function asksForSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field({ name }) {
      if (name.value !== "__schema" && name.value !== "__type") return undefined;
      asks = true;
      return BREAK;
    },
  });
  return asks;
}

/** @throws GraphQLError RATE_LIMITED, with the header that says when to come again */
function spend({ meter }: RequestContext, cost: number): void {
  try {
    meter?.spend(cost);
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    const headers = new HeaderMap([["retry-after", String(error.retryAfterSeconds)]]);
    const http = { status: statusOfRefusal[error.code] ?? 200, headers };
    throw new GraphQLError(error.message, { originalError: error, extensions: { http } });
  }
}

/** @throws GraphQLError BAD_USER_INPUT; its status is said here, because Apollo takes what a plugin throws for a fault of ours. */
function affordableCost(schema: ApiServices["schema"], document: DocumentNode, request: GraphQLRequest): number {
  const extensions = { code: "BAD_USER_INPUT", http: { status: 400 } };
  try {
    const cost = costOf(schema, document, request.variables, request.operationName);
    const problem = costProblem(cost);
    if (problem === null) return cost;
    throw problem;
  } catch (error) {
    throw error instanceof GraphQLError ? new GraphQLError(error.message, { extensions }) : error;
  }
}

/** Answers operations with all that guards and measures them; how they come in is somebody else's matter. */
export function makeApollo(
  { schema, log }: Pick<ApiServices, "schema" | "log">,
  plugins: readonly ApolloServerPlugin<RequestContext>[] = [],
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false, // main decides when and in which order to stop
    validationRules: [...limitRules],
    parseOptions: { maxTokens: limits.tokens },
    formatError: (formatted, error) => presentError(unwrapped(error), askedOf(error), log) ?? formatted,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(), // it would look at each field; nothing of ours is kept by anybody
      costPlugin(schema),
      rememberRequest,
      ...plugins,
    ],
  });
}

/** GraphQL over HTTP. POST only for what is not a plain question; the content type makes every browser ask first. */
export async function registerApollo(
  app: FastifyInstance,
  services: ApiDesk,
  attempts: RefusedAttempts,
): Promise<ApolloServer<RequestContext>> {
  const apollo = makeApollo(services, [fastifyApolloDrainPlugin(app), refusedAttemptsPlugin(attempts)]);
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    path: "/graphql",
    method: ["POST", "OPTIONS"],
    context: (request, reply) =>
      httpContext(services, request, reply, attempts).catch((error: Error) => {
        throw refusedBeforehand(error, request, reply);
      }),
  });
  return apollo;
}

const requests = new WeakMap<object, Asked>();

/**
 * Whom one would act for is not there, or not allowed: told as any other refusal, though no resolver was reached. A program, which
 * goes by the status, has one that says it.
 */
function refusedBeforehand(originalError: Error, { id, headers }: FastifyRequest, reply: FastifyReply): GraphQLError {
  const isProgram = bearerOf(headers.authorization) !== null && originalError instanceof AccessError;
  const status = isProgram ? (statusOfRefusal[originalError.code] ?? 200) : 200;
  if (isProgram && originalError.retryAfterSeconds !== null)
    void reply.header("retry-after", String(originalError.retryAfterSeconds));
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  const error = new GraphQLError(originalError.message, { originalError, extensions: { http: { status } } });
  requests.set(error, { requestId: id, language: acceptedLanguage(headers["accept-language"]) ?? defaultLanguage });
  return error;
}

/** Apollo formats errors without saying of which request they are; that is noted for each before. */
const rememberRequest: ApolloServerPlugin<RequestContext> = {
  async requestDidStart({ contextValue }) {
    return {
      async didEncounterErrors({ errors }) {
        for (const error of errors) requests.set(error, contextValue);
      },
    };
  },
};

function askedOf(error: unknown): Asked {
  const asked = typeof error === "object" && error !== null ? requests.get(error) : undefined;
  return asked ?? { requestId: "unknown", language: defaultLanguage };
}

function unwrapped(error: unknown): unknown {
  return error instanceof GraphQLError
    ? error
    : ((error as { originalError?: unknown } | null)?.originalError ?? error);
}
