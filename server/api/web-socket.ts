import { createHash } from "node:crypto";
import { setInterval } from "node:timers";
import fastifyWebsocket from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  execute,
  getOperationAST,
  GraphQLError,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from "graphql";
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer, type Server } from "graphql-ws";
import type { WebSocket } from "ws";
import { newId } from "@tierline/shared/id.ts";
import { acceptedLanguage, defaultLanguage, languageOf, type Language } from "@tierline/shared/language.ts";
import {
  socketMessagesPerMinute,
  socketsPerUserMax,
  subscriptionsPerSocketMax,
  webSocketFrameBytesMax,
} from "@tierline/shared/limits.ts";
import { isInList } from "../developers/ip-list.ts";
import type { RequestContext } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { sightOf, type Viewer } from "../kernel/viewer.ts";
import { presentError } from "./errors.ts";
import { costOf, costProblem, parseLimited, validateLimited } from "./limits.ts";
import { isForeignOrigin } from "./origin.ts";
import { metered } from "./meter.ts";
import { actingForHeader, bearerOf, contextFor, viewerOf, type Said } from "./request-context.ts";
import type { ApiDesk } from "./services.ts";
import { subscribeTogether } from "./subscribe-together.ts";

export const socketLimits = {
  subscriptionsPerSocket: subscriptionsPerSocketMax,
  socketsPerUser: socketsPerUserMax,
  messagesPerMinute: socketMessagesPerMinute,
  initTimeoutMs: 3_000,
  pingMs: 12_000,
  /** Rights are looked at again this often; a revoked session's sockets close within it. */
  recheckMs: 4_000,
  bufferedBytesMax: 1_000_000,
} as const;

interface Extra {
  readonly request: FastifyRequest;
  readonly socket: WebSocket;
  viewer: Viewer | null;
  /** A page cannot set a header here: it names its language when it connects. */
  language: Language | null;
  /** Who connected, and in whose place they work, as they said then. */
  said: Said;
  subscriptions: number;
}

export interface SocketRegistry {
  readonly count: number;
  closeAll(): void;
}

/** Subscriptions over `graphql-transport-ws`. Everything that guards HTTP stands here once more: nothing of it is inherited. */
export async function registerWebSocket(app: FastifyInstance, services: ApiDesk): Promise<SocketRegistry> {
  const sockets = new Map<WebSocket, Extra>();
  await app.register(fastifyWebsocket, { options: { maxPayload: webSocketFrameBytesMax, perMessageDeflate: false } });
  const protocol = makeProtocol(services, sockets);
  await app.register(async (scope) => {
    scope.get("/graphql", { websocket: true }, (socket, request) =>
      open(socket, request, { services, protocol, sockets }),
    );
  });
  const timer = setInterval(() => void recheck(services, sockets), socketLimits.recheckMs);
  timer.unref();
  return {
    get count() {
      return sockets.size;
    },
    closeAll() {
      clearInterval(timer);
      for (const socket of sockets.keys()) socket.close(1001, "The server is going down");
    },
  };
}

interface Desk {
  readonly services: ApiDesk;
  readonly protocol: Server<Extra>;
  readonly sockets: Map<WebSocket, Extra>;
}

function open(socket: WebSocket, request: FastifyRequest, { services, protocol, sockets }: Desk): void {
  if (isForeignOrigin(request, services.config)) return socket.close(4403, "Not from this origin");
  if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL)
    return socket.close(CloseCode.SubprotocolNotAcceptable, "Speak graphql-transport-ws");
  const extra: Extra = {
    request,
    socket,
    viewer: null,
    language: null,
    said: { bearer: null, actingFor: null },
    subscriptions: 0,
  };
  sockets.set(socket, extra);
  let messages = 0;
  const counting = setInterval(() => (messages = 0), 60_000);
  const stopPinging = keepAlive(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      // Resolves when the frame has left: graphql-ws pulls the next state only then, so a stalled tab holds one frame.
      send: (data) => sendWithin(socket, data),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (listener) =>
        socket.on("message", (data) => {
          messages += 1;
          if (messages > socketLimits.messagesPerMinute)
            return socket.close(CloseCode.TooManyInitialisationRequests, "Too many messages");
          void listener(String(data)).catch(() => socket.close(CloseCode.InternalServerError, "Internal error"));
        }),
    },
    extra,
  );
  socket.on("error", () => socket.terminate());
  socket.once("close", (code, reason) => {
    clearInterval(counting);
    stopPinging();
    sockets.delete(socket);
    void closed(code, String(reason));
  });
}

function sendWithin(socket: WebSocket, data: string): Promise<void> {
  if (socket.bufferedAmount > socketLimits.bufferedBytesMax) {
    socket.terminate();
    return Promise.resolve();
  }
  return new Promise((resolve) => socket.send(data, () => resolve()));
}

/** A peer that does not answer two pings is gone. */
function keepAlive(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on("pong", () => (isAlive = true));
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, socketLimits.pingMs);
  timer.unref();
  return () => clearInterval(timer);
}

function makeProtocol(services: ApiDesk, sockets: ReadonlyMap<WebSocket, Extra>): Server<Extra> {
  return makeServer<Record<string, unknown>, Extra>({
    schema: services.schema,
    connectionInitWaitTimeout: socketLimits.initTimeoutMs,
    execute,
    subscribe: subscribeTogether,
    async onConnect({ extra, connectionParams }) {
      const named = connectionParams?.["language"];
      extra.language =
        languageOf(typeof named === "string" ? named : null) ??
        acceptedLanguage(extra.request.headers["accept-language"]);
      const below = connectionParams?.[actingForHeader];
      extra.said = {
        bearer: bearerOf(connectionParams?.["authorization"] ?? extra.request.headers.authorization),
        actingFor: typeof below === "string" && below !== "" ? below : null,
      };
      extra.viewer = await viewerOf(services, extra.request, newId(), extra.said).catch(refusedForNobody);
      if (extra.viewer !== null && countOf(sockets, extra.viewer) > socketLimits.socketsPerUser) {
        extra.socket.close(CloseCode.TooManyInitialisationRequests, "Too many sockets");
        return false;
      }
      return extra.viewer !== null && mayComeFrom(extra.viewer, extra.request.ip); // refused sockets close with 4403
    },
    async onSubscribe({ extra }, _id, { query, variables, operationName }) {
      try {
        return await admit(services, extra, query, variables, operationName);
      } catch (error) {
        if (error instanceof AccessError) return [new GraphQLError(error.message, { originalError: error })];
        return [new GraphQLError((error as Error).message, { extensions: { code: "BAD_USER_INPUT" } })];
      }
    },
    onError: ({ extra }, _id, _payload, errors) => presentAll(errors, extra, services),
    onNext: ({ extra }, _id, _payload, _args, result) => presentResult(result, extra, services),
    onComplete: ({ extra }) => void (extra.subscriptions -= 1),
  });
}

function mayComeFrom({ program }: Viewer, ip: string): boolean {
  return program === undefined || isInList(program.ipList, ip);
}

function presentAll(
  errors: readonly GraphQLError[],
  { viewer, language }: Extra,
  { log }: ApiDesk,
): readonly GraphQLFormattedError[] {
  const asked = { requestId: newId(), language: viewer?.language ?? language ?? defaultLanguage };
  return errors.map((error) => presentError(error, asked, log));
}

/** Sockets of that person, this one among them. */
function countOf(sockets: ReadonlyMap<WebSocket, Extra>, { userId }: Viewer): number {
  let count = 0;
  for (const { viewer } of sockets.values()) if (viewer?.userId === userId) count += 1;
  return count;
}

/** A failing field of a pushed state shows no more than it would over HTTP. */
function presentResult(
  { data, errors }: { data?: ExecutionResult["data"] | undefined; errors?: ExecutionResult["errors"] | undefined },
  extra: Extra,
  services: ApiDesk,
): FormattedExecutionResult {
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: presentAll(errors, extra, services) }),
  };
}

async function admit(
  services: ApiDesk,
  extra: Extra,
  query: string,
  variables: Record<string, unknown> | null | undefined,
  operationName: string | null | undefined,
) {
  const { schema } = services;
  const document = parseLimited(query);
  const errors = validateLimited(schema, document);
  if (errors.length > 0) return errors;
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== "subscription")
    throw new Error("Only subscriptions travel over the WebSocket; send queries and mutations by POST.");
  const cost = costOf(schema, document, variables, operationName);
  const problem = costProblem(cost);
  if (problem !== null) return [problem];
  if (extra.subscriptions >= socketLimits.subscriptionsPerSocket) {
    throw new Error(`A socket may carry at most ${socketLimits.subscriptionsPerSocket} subscriptions.`);
  }
  const requestId = newId();
  count(services, extra, { query, operation, cost, requestId });
  extra.subscriptions += 1;
  const contextValue: RequestContext = {
    ...contextFor(services, extra.viewer, requestId, extra.language),
    http: null,
  };
  return { schema, document, operationName, variableValues: variables, contextValue, rootValue: null };
}

interface Counted {
  readonly query: string;
  readonly operation: OperationDefinitionNode;
  readonly cost: number;
  readonly requestId: string;
}

/** A program's subscription counts as one request, however long it lasts. @throws AccessError FORBIDDEN, RATE_LIMITED */
function count(desk: ApiDesk, { viewer, request }: Extra, { query, operation, cost, requestId }: Counted): void {
  if (viewer?.program === undefined) return;
  const meter = metered(desk, viewer, request.ip, requestId);
  meter.spend(cost);
  meter.note({
    kind: "SUBSCRIPTION",
    operation: operation.name?.value ?? null,
    documentHash: createHash("sha256").update(query).digest("hex"),
    cost,
    status: 200,
    codes: [],
  });
}

/** Sessions that ended, users that were disabled, rights that changed: those sockets close, and may come back as what they are now. */
async function recheck(services: ApiDesk, sockets: Map<WebSocket, Extra>): Promise<void> {
  const bySession = new Map<string, Promise<Viewer | null>>();
  for (const [socket, extra] of sockets) {
    const before = extra.viewer;
    const credential = before?.sessionId ?? before?.program?.keyId;
    if (before === null || credential === undefined) continue;
    const key = `${credential} ${extra.said.actingFor}`;
    const now =
      bySession.get(key) ?? viewerOf(services, extra.request, newId(), extra.said).catch(keptUnlessRefused(before));
    bySession.set(key, now);
    const viewer = await now;
    if (viewer === null || sightOf(viewer) !== sightOf(before) || !mayComeFrom(viewer, extra.request.ip))
      socket.close(4401, "Rights have changed");
  }
}

/** Whom one may not act for is nobody, and such a socket is not opened. */
function refusedForNobody(error: unknown): null {
  if (error instanceof AccessError) return null;
  throw error;
}

/** A database that does not answer for a moment takes nobody's socket. */
function keptUnlessRefused(before: Viewer): (error: unknown) => Viewer | null {
  return (error) => (error instanceof AccessError ? null : before);
}
