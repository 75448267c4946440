import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useQuery, useSubscription } from "@apollo/client/react";
import { pollIntervalMsMin } from "@tierline/shared/limits.ts";
import { useConnectionState } from "./connection.ts";

interface LiveOptions<Q, S, V extends OperationVariables> {
  readonly query: TypedDocumentNode<Q, V>;
  readonly subscription: TypedDocumentNode<S, V>;
  readonly variables: V;
  readonly skip?: boolean;
}

/**
 * Keeps what the query shows up to date: the subscription brings whole states that the cache puts in place by id. The query
 * answers until the first state is there, and asks by itself (never faster than every two seconds) while no socket can be had.
 */
export function useLive<Q, S, V extends OperationVariables>({
  query,
  subscription,
  variables,
  skip = false,
}: LiveOptions<Q, S, V>) {
  const isPolling = useConnectionState() === "polling";
  useSubscription<S, OperationVariables>(subscription, {
    variables,
    skip,
    ignoreResults: true,
  });
  return useQuery<Q, OperationVariables>(query, {
    variables,
    skip,
    pollInterval: isPolling ? pollIntervalMsMin : 0,
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
}
