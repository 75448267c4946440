import { useState } from "react";
import { failureOf, type UserErrorLike } from "./user-errors.ts";

export interface Problem {
  readonly message: string;
  readonly requestId: string | null;
}

/** Sends a change once at a time; what is refused or fails comes back in words, said where it was asked for. */
export function useSend() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function send(work: () => Promise<readonly UserErrorLike[] | undefined>): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    setProblem(null);
    try {
      const errors = (await work()) ?? [];
      if (errors.length === 0) return true;
      setProblem({ message: errors.map(({ message }) => message).join(" "), requestId: null });
    } catch (error) {
      const { message, requestId } = failureOf(error);
      setProblem({ message, requestId });
    } finally {
      setBusy(false);
    }
    return false;
  }

  return { send, isBusy, problem };
}
