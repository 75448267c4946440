import type { Language } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { SentenceKey } from "@tierline/shared/sentences/catalogue.ts";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Log } from "../kernel/log.ts";
import { AccessError, Rejection } from "../kernel/rejection.ts";

const badInputCodes = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
]);

/** Of the request that failed: its id, and in which language it is told so. */
export interface Asked {
  readonly requestId: string;
  readonly language: Language;
}

/** One face for every failure; a bug shows an id and nothing else, the rest is in the log. */
export function presentError(error: unknown, { requestId, language }: Asked, log: Log): GraphQLFormattedError {
  const outer = error instanceof GraphQLError ? error : null;
  const cause = outer?.originalError ?? (outer === null ? error : null);
  const place =
    outer === null
      ? {}
      : { ...(outer.locations && { locations: outer.locations }), ...(outer.path && { path: outer.path }) };
  if (cause instanceof AccessError) {
    const wait = cause.retryAfterSeconds === null ? {} : { retryAfterSeconds: cause.retryAfterSeconds };
    const { code, sentence } = cause;
    const extensions = { code, messageKey: sentence.key, requestId, ...wait };
    return { message: rendered(sentence, language), ...place, extensions };
  }
  if (cause instanceof Rejection) {
    const refusals = cause.refusals.map(({ code, message, path }) => ({
      code,
      messageKey: message.key,
      message: rendered(message, language),
      path: path ?? null,
    }));
    return {
      message: refusals[0]?.message ?? cause.message,
      ...place,
      extensions: { code: "BAD_USER_INPUT", requestId, refusals },
    };
  }
  if (outer !== null && (cause === null || cause === undefined || cause instanceof GraphQLError)) {
    const code = String(outer.extensions["code"] ?? "BAD_USER_INPUT");
    if (badInputCodes.has(code) || code === "RATE_LIMITED" || code === "FORBIDDEN") {
      return {
        message: shortened(outer.message),
        ...place,
        extensions: { code: badInputCodes.has(code) ? "BAD_USER_INPUT" : code, requestId },
      };
    }
  }
  log.error({ err: cause ?? error, requestId }, "a request failed through our fault");
  return {
    message: rendered(say("access.fault", { requestId }), language),
    ...place,
    extensions: { code: "INTERNAL", messageKey: "access.fault" satisfies SentenceKey, requestId },
  };
}

const messageLengthMax = 500;

/** What a document says wrong is repeated to whoever sent it, but not all of it, and nobody is told how else it might be spelt. */
function shortened(message: string): string {
  const said = message.replace(/ Did you mean [^?]*\?/, "");
  return said.length <= messageLengthMax ? said : `${said.slice(0, messageLengthMax).toWellFormed()}…`;
}
