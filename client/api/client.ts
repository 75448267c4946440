import { ApolloClient, ApolloLink, HttpLink, split } from "@apollo/client";
import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { ErrorLink } from "@apollo/client/link/error";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { getMainDefinition } from "@apollo/client/utilities";
import { createClient, type Client } from "graphql-ws";
import { createCache } from "./cache.ts";
import { connection } from "./connection.ts";

export interface Api {
  readonly apollo: ApolloClient;
  readonly socket: Client;
}

const keepAliveMs = 12_000;

/** Questions and changes by POST, live updates over one WebSocket that is opened when first needed. */
export function createApi(onSignedOut: () => void): Api {
  const socket = createClient({
    url: () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    keepAlive: keepAliveMs,
    retryWait: async (retries) => {
      const wait = Math.min(500 * 2 ** retries, 10_000) * (0.75 + Math.random() / 2);
      await new Promise((resolve) => setTimeout(resolve, wait));
    },
    on: {
      connected: () => connection.set("live"),
      closed: (event) => connection.set((event as CloseEvent).code === 1000 ? "idle" : "reconnecting"),
      error: () => connection.set("reconnecting"),
    },
  });
  const http = new HttpLink({
    uri: "/graphql",
    credentials: "same-origin",
    headers: { "x-tierline-client": "console" },
  });
  const errors = new ErrorLink(({ error }) => {
    if (CombinedGraphQLErrors.is(error) && error.errors.some((each) => each.extensions?.["code"] === "UNAUTHENTICATED"))
      onSignedOut();
  });
  const isLive = ({ query }: ApolloLink.Operation): boolean => {
    const main = getMainDefinition(query);
    return main.kind === "OperationDefinition" && main.operation === "subscription";
  };
  const link = ApolloLink.from([errors, split(isLive, new GraphQLWsLink(socket), http)]);
  return { apollo: new ApolloClient({ link, cache: createCache(), devtools: { enabled: false } }), socket };
}
