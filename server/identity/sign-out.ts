import { inTier, transaction, type RequestContext } from "../kernel/context.ts";
import { rootPath } from "../kernel/viewer.ts";
import { endSession } from "./session.ts";

/** Ends the session everywhere at once. Whoever is not signed in has nothing to end, and that is fine. */
export async function signOut(request: RequestContext): Promise<void> {
  const { viewer, http } = request;
  const sessionId = viewer?.sessionId ?? null;
  if (viewer !== null && sessionId !== null) {
    await transaction(inTier({ ...request, viewer }, rootPath), (tx) => endSession(tx, sessionId));
  }
  http?.setSession(null, null);
}
