import type { RequestContext } from "./context.ts";

/**
 * The events of a subscription, made by a generator that waits on changes. A reader that goes away ends it at once, though it
 * waits: `return` on a waiting generator alone would hang until the next change. Each event is resolved with fresh look-ups.
 */
export function eventsOf<T>(
  context: RequestContext,
  make: (signal: AbortSignal) => AsyncGenerator<T>,
): AsyncIterableIterator<T> {
  const gone = new AbortController();
  const events = make(gone.signal);
  return {
    async next() {
      const event = await events.next();
      context.loaders.clear();
      return event;
    },
    async return() {
      gone.abort();
      await events.return(undefined);
      return { done: true, value: undefined };
    },
    async throw(error: unknown) {
      gone.abort();
      await events.return(undefined);
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
