import { ApolloServer, type ApolloServerPlugin, type GraphQLRequest } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { acceptedLanguage, defaultLanguage } from "@tierline/shared/language.ts";
import { GraphQLError, type DocumentNode } from "graphql";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import type { RequestContext } from "../kernel/context.ts";
import { errorsMax, presentError, type Asked } from "./errors.ts";
import { costOf, costProblem, limitRules, limits } from "./limits.ts";
import { refusedAttemptsPlugin } from "./refused-attempts-plugin.ts";
import { httpContext } from "./request-context.ts";
import type { ApiServices } from "./services.ts";

const costPlugin = (schema: ApiServices["schema"]): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    let cost = 0;
    return {
      async didResolveOperation({ document, request }) {
        cost = affordableCost(schema, document, request);
      },
      async willSendResponse({ response }) {
        if (response.body.kind !== "single") return;
        const { errors } = response.body.singleResult;
        if (errors !== undefined && errors.length > errorsMax)
          response.body.singleResult.errors = errors.slice(0, errorsMax);
        response.body.singleResult.extensions = {
          ...response.body.singleResult.extensions,
          cost: { requested: cost, limit: limits.cost },
        };
      },
    };
  },
});

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
  services: ApiServices,
  attempts: RefusedAttempts,
): Promise<ApolloServer<RequestContext>> {
  const apollo = makeApollo(services, [fastifyApolloDrainPlugin(app), refusedAttemptsPlugin(attempts)]);
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    path: "/graphql",
    method: ["POST", "OPTIONS"],
    context: (request, reply) =>
      httpContext(services, request, reply, attempts).catch((error: Error) => {
        throw refusedBeforehand(error, request);
      }),
  });
  return apollo;
}

const requests = new WeakMap<object, Asked>();

/** Whom one would act for is not there, or not allowed: told as any other refusal, though no resolver was reached. */
function refusedBeforehand(originalError: Error, { id, headers }: FastifyRequest): GraphQLError {
  const error = new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 200 } } });
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
