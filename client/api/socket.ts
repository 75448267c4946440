import { createClient, type Client, type ClientOptions } from "graphql-ws";
import i18next from "i18next";
import { connection } from "./connection.ts";
import { placeHeader } from "./place.ts";

/** The server closes with this when a session ended or its rights changed: what is shown may no longer be what one may see. */
const rightsChanged = 4401;
const pingMs = 12_000;
const pongWithinMs = 5_000;
const retryWaitMsMax = 10_000;

export interface SocketEvents {
  onRightsChanged(): void;
}

/** One WebSocket for all live updates: opened when first needed, closed with the last, opened again for as long as one is wanted. */
export function createSocket({ onRightsChanged }: SocketEvents, options: Partial<ClientOptions> = {}): Client {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
    connectionParams: () => ({ language: i18next.language, ...placeHeader() }),
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: async (retries) => {
      const wait = Math.min(500 * 2 ** retries, retryWaitMsMax) * (0.75 + Math.random() / 2);
      await new Promise((resolve) => setTimeout(resolve, wait));
    },
    keepAlive: pingMs,
    on: {
      connected: () => connection.set("live"),
      // A line that was cut without a word (sleep, another network) stays "open" for minutes: an unanswered ping ends it.
      ping: (isReceived) => {
        if (!isReceived) silence = setTimeout(() => client.terminate(), pongWithinMs);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(silence);
      },
      closed: (event) => {
        clearTimeout(silence);
        const { code } = event as CloseEvent;
        connection.set(code === 1000 ? "idle" : "reconnecting");
        if (code === rightsChanged) onRightsChanged();
      },
      error: () => connection.set("reconnecting"),
    },
    ...options,
  });
  return client;
}

/** graphql-ws gives up on this code; with the rights as they are now the subscription may well be had again. */
export function endedByRights(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith(`Socket closed with event ${rightsChanged}`);
}
