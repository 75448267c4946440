import { ApolloClient, ApolloLink, HttpLink } from "@apollo/client";
import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { ErrorLink } from "@apollo/client/link/error";
import { RetryLink } from "@apollo/client/link/retry";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { getMainDefinition } from "@apollo/client/utilities";
import type { Client } from "graphql-ws";
import i18next from "i18next";
import { createCache } from "./cache.ts";
import { placeHeader } from "./place.ts";
import { createSocket, endedByRights } from "./socket.ts";
import { stepUp, stepUpLink } from "./step-up.ts";

export interface Api {
  readonly apollo: ApolloClient;
  readonly socket: Client;
}

/** Questions and changes by POST, live updates over one WebSocket that is opened when first needed. */
export function createApi(onSignedOut: () => void): Api {
  // Whoever lost a right, or the session, sees at once what is left: the questions on the page are asked again.
  const socket = createSocket({ onRightsChanged: () => void apollo.refetchQueries({ include: "active" }) });
  const http = new HttpLink({
    uri: "/graphql",
    credentials: "same-origin",
    headers: { "x-tierline-client": "console" },
  });
  // The server says what it has to say in the language of the page.
  const spoken = new ApolloLink((operation, forward) => {
    // Who one is, wherever one has come to.
    const place = operation.getContext()["isPlaceless"] === true ? {} : placeHeader();
    operation.setContext({ headers: { "accept-language": i18next.language, ...place } });
    return forward(operation);
  });
  i18next.on("languageChanged", () => {
    socket.terminate(); // it comes back at once, in the new language
    void apollo.refetchQueries({ include: "active" });
  });
  const errors = new ErrorLink(({ error }) => {
    const codes = CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.["code"]) : [];
    if (codes.includes("UNAUTHENTICATED")) onSignedOut();
    if (codes.includes("ACTING_ENDED")) void apollo.refetchQueries({ include: ["Viewer"] });
  });
  const again = new RetryLink({
    delay: { initial: 500, max: 10_000 },
    attempts: (_count, _operation, error) => endedByRights(error),
  });
  const live = ApolloLink.from([again, new GraphQLWsLink(socket)]);
  const link = ApolloLink.from([
    errors,
    stepUpLink(stepUp),
    ApolloLink.split(isSubscription, live, spoken.concat(http)),
  ]);
  const apollo = new ApolloClient({ link, cache: createCache(), devtools: { enabled: false } });
  return { apollo, socket };
}

function isSubscription({ query }: ApolloLink.Operation): boolean {
  const main = getMainDefinition(query);
  return main.kind === "OperationDefinition" && main.operation === "subscription";
}
