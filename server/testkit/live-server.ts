import { once } from "node:events";
import type { Socket } from "node:net";
import { pino } from "pino";
import { WebSocket, type RawData } from "ws";
import { startApi, type Api } from "../api/server.ts";
import type { ApiServices } from "../api/services.ts";
import { provisioningParts } from "../app.ts";
import { hashPassword } from "../identity/password.ts";
import { readConfig } from "../kernel/config.ts";
import type { Log } from "../kernel/log.ts";
import { rootPath, tierVariables } from "../kernel/viewer.ts";
import type { World } from "./world.ts";

export const passwordOfTests = "a sentence to remember";

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** As it came, before anybody parsed it. */
  readonly text: string;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export interface LiveServer {
  readonly api: Api;
  /** POST /graphql; `headers` stand over the usual ones. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  /** Signs in over HTTP. @returns the cookie to send from then on */
  signIn(email: string, password?: string): Promise<string>;
  socket(headers?: Readonly<Record<string, string>>, protocol?: string): LiveSocket;
  /** As the product closes, but a request that was cut off half-way is not waited for. */
  close(): Promise<void>;
}

/** The product's own API server on a port of its own, over a test's world. To be closed after the test. */
export async function liveServer(world: World, log: Log = pino({ level: "silent" })): Promise<LiveServer> {
  const { orm, vault, changes, clock, schema } = world;
  const system = () => ({ em: orm.em.fork({ session: { variables: tierVariables(rootPath) } }), vault });
  return serveLive({
    config: readConfig({ PORT: "0", TIERLINE_LOG: "silent" }),
    log,
    provisioning: provisioningParts(system),
    consoleFolder: null,
    consoleAddress: null,
    demoAccounts: null,
    orm,
    vault,
    changes,
    clock,
    schema,
  });
}

/** The same over what the product itself has opened. */
export async function serveLive(services: ApiServices): Promise<LiveServer> {
  const api = await startApi(services);
  const connections = new Set<Socket>();
  api.app.server.on("connection", (connection) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  const post: LiveServer["post"] = async (body, headers = {}) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return answerOf(response);
  };
  return {
    api,
    post,
    async signIn(email, password = passwordOfTests) {
      const answer = await post({ query: signInDocument, variables: { input: { email, password } } });
      return cookieOf(answer) ?? "";
    },
    async close() {
      const closing = api.close();
      setTimeout(() => connections.forEach((connection) => connection.destroy()), 300);
      await closing;
    },
    socket: (headers, protocol) => new LiveSocket(api.url, headers, protocol),
  };
}

export const signInDocument =
  "mutation ($input: SignInInput!) { signIn(input: $input) { viewer { user { email } } userErrors { code } } }";

/** The tree's users get a password, so that they can come in by the front door. */
export async function givePasswords(world: World): Promise<void> {
  const hash = await hashPassword(world.vault, passwordOfTests);
  await world.database.rows(
    "insert into credential (id, user_id, path, password_hash, changed_at) select id, id, path, $1, $2 from app_user",
    [hash, world.clock.now()],
  );
}

export function cookieOf({ headers }: HttpAnswer): string | null {
  return headers.getSetCookie()[0]?.split(";")[0] ?? null;
}

export async function answerOf(response: Response): Promise<HttpAnswer> {
  const text = await response.text();
  const parsed = parsedOf(text);
  const { status, headers } = response;
  return { status, headers, text, data: parsed.data ?? null, errors: parsed.errors ?? [] };
}

function parsedOf(text: string): { data?: HttpAnswer["data"]; errors?: HttpAnswer["errors"] } {
  try {
    return JSON.parse(text) as { data?: HttpAnswer["data"]; errors?: HttpAnswer["errors"] };
  } catch {
    return {};
  }
}

export interface SocketMessage {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A caller that speaks graphql-transport-ws by hand, so that it can also misbehave. */
export class LiveSocket {
  readonly raw: WebSocket;
  readonly messages: SocketMessage[] = [];
  /** With the code that the server, or the network, closed with. */
  readonly closed: Promise<number>;
  #wake: () => void = () => undefined;
  #isOver = false;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}, protocol = "graphql-transport-ws") {
    this.raw = new WebSocket(`${url.replace(/^http/, "ws")}/graphql`, protocol, { headers });
    this.raw.on("message", (data: RawData) => {
      this.messages.push(JSON.parse(String(data)) as SocketMessage);
      this.#wake();
    });
    this.raw.on("error", () => undefined);
    this.closed = new Promise((resolve) => {
      this.raw.once("close", (code) => {
        this.#isOver = true;
        this.#wake();
        resolve(code);
      });
    });
  }

  /** Opens and says hello. @returns whether the server said hello too */
  async hello(payload?: object): Promise<boolean> {
    if (this.raw.readyState === WebSocket.CONNECTING) await Promise.race([once(this.raw, "open"), this.closed]);
    if (this.#isOver) return false;
    this.send({ type: "connection_init", ...(payload && { payload }) });
    return (await this.next(({ type }) => type === "connection_ack")) !== null;
  }

  send(message: object): void {
    this.raw.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: Record<string, unknown> = {}): void {
    this.send({ id, type: "subscribe", payload: { query, variables } });
  }

  /** The first message, past or to come, that is as wanted; null when the socket closes before. Taken off the list. */
  async next(isWanted: (message: SocketMessage) => boolean): Promise<SocketMessage | null> {
    for (;;) {
      const index = this.messages.findIndex(isWanted);
      if (index >= 0) return this.messages.splice(index, 1)[0] ?? null;
      if (this.#isOver) return null;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  cut(): void {
    this.raw.terminate();
  }
}
