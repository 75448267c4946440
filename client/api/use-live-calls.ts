import { useQuery, useSubscription } from "@apollo/client/react";
import { pollIntervalMsMin } from "@tierline/shared/limits.ts";
import { useConnectionState } from "./connection.ts";
import { LiveCallsDocument, LiveCallsPushedDocument } from "./live-calls.generated.ts";

/** The calls under way: pushed whole whenever one begins or ends, and asked for until the first push and while no socket can be had. */
export function useLiveCalls(first: number, skip = false) {
  const isPolling = useConnectionState() === "polling";
  const options = { variables: { first }, skip, fetchPolicy: "no-cache" } as const;
  const pushed = useSubscription(LiveCallsPushedDocument, options);
  const asked = useQuery(LiveCallsDocument, { ...options, pollInterval: isPolling ? pollIntervalMsMin : 0 });
  const data = isPolling ? asked.data : (pushed.data ?? asked.data);
  return { data, error: data === undefined ? asked.error : undefined, loading: asked.loading, refetch: asked.refetch };
}
