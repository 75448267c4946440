import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { pageSizeMax } from "@tierline/shared/limits.ts";
import { useEffect } from "react";

interface AskAgain {
  /** How many are shown; null while that is not known. */
  readonly rows: number | null;
  readonly everyMs: number;
}

/**
 * Asks for a list again from time to time, so that what others add comes and what has left it goes without a reload: for as many as are
 * shown, since a further page would be lost otherwise. A list longer than the largest page stays as it is.
 */
export function useAskAgain<Q, V extends OperationVariables & { readonly first: number }>(
  query: TypedDocumentNode<Q, V>,
  variables: V,
  { rows, everyMs }: AskAgain,
): void {
  const client = useApolloClient();
  const isOn = rows !== null && rows <= pageSizeMax;
  const asked = JSON.stringify({ ...variables, first: Math.max(variables.first, rows ?? 0) });
  useEffect(() => {
    if (!isOn) return undefined;
    const ask = (): void =>
      void client
        .query<Q, OperationVariables>({ query, variables: JSON.parse(asked) as V, fetchPolicy: "network-only" })
        .catch(() => undefined); // it is asked again anyway
    const timer = setInterval(ask, everyMs);
    return () => clearInterval(timer);
  }, [client, query, asked, isOn, everyMs]);
}
