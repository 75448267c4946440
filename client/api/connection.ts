import { useSyncExternalStore } from "react";

/** `idle`: nothing live is asked for. `polling`: no socket can be had, questions are repeated instead. */
export type ConnectionState = "idle" | "live" | "reconnecting" | "polling";

/** A short break is nobody's business: people are told after three seconds. */
const quietMs = 3_000;
/** Past that, lists and panels ask by themselves until the socket is back. */
const pollAfterMs = 8_000;

export function createConnection() {
  let state: ConnectionState = "idle";
  const timers: ReturnType<typeof setTimeout>[] = [];
  const listeners = new Set<() => void>();
  const change = (next: ConnectionState): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    set(next: ConnectionState): void {
      if (next === "reconnecting") {
        if (timers.length > 0) return;
        timers.push(
          setTimeout(() => change("reconnecting"), quietMs),
          setTimeout(() => change("polling"), pollAfterMs),
        );
        return;
      }
      for (const timer of timers.splice(0)) clearTimeout(timer);
      change(next);
    },
    get: (): ConnectionState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const connection = createConnection();

export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.get);
}
