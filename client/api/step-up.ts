import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { ErrorLink } from "@apollo/client/link/error";
import { from, switchMap, throwError } from "rxjs";

/** A proof of who one is that something waits for. */
export interface StepUp {
  /** Resolves when the person has proved themselves, or would not. Those who ask at once wait for the same proof. */
  ask(): Promise<boolean>;
  isAsked(): boolean;
  settle(isProven: boolean): void;
  subscribe(listener: () => void): () => void;
}

export function createStepUp(): StepUp {
  let waiting: { readonly proof: Promise<boolean>; readonly resolve: (isProven: boolean) => void } | null = null;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    ask() {
      if (waiting === null) {
        const { promise, resolve } = Promise.withResolvers<boolean>();
        waiting = { proof: promise, resolve };
        tell();
      }
      return waiting.proof;
    },
    isAsked: () => waiting !== null,
    settle(isProven) {
      waiting?.resolve(isProven);
      waiting = null;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const stepUp = createStepUp();

/** What was refused for want of a fresh proof is sent again with one; whoever asked for it notices nothing but the wait. */
export function stepUpLink({ ask }: Pick<StepUp, "ask">): ErrorLink {
  return new ErrorLink(({ error, operation, forward }) => {
    if (!wantsProof(error)) return undefined;
    return from(ask()).pipe(switchMap((isProven) => (isProven ? forward(operation) : throwError(() => error))));
  });
}

function wantsProof(error: unknown): boolean {
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.["code"] === "STEP_UP_REQUIRED")
  );
}
