import { useApolloClient, useMutation } from "@apollo/client/react";
import { SignOutDocument } from "../api/viewer.generated.ts";
import { path } from "./path.ts";
import { useGo } from "./use-place.ts";

/** Ends the session and forgets what was read in it; `forget` does so for what a place keeps besides. */
export function useSignOut(forget?: () => void): () => Promise<void> {
  const client = useApolloClient();
  const go = useGo();
  const [signOut] = useMutation(SignOutDocument);
  return async () => {
    await signOut();
    forget?.();
    sessionStorage.clear();
    go(path.signIn());
    await client.clearStore();
  };
}
