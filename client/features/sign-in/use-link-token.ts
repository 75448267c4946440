import { useEffect, useState } from "react";

/** What stands behind the `#` of a link from a mail; taken out of the address then, so that no screen and no history keeps it. */
export function useLinkToken(): string {
  const [token] = useState(() => window.location.hash.slice(1));
  // Not before the page stands: one that still waits for its words begins anew, and has to find the token again.
  useEffect(() => {
    const { pathname, hash } = window.location;
    if (hash !== "") window.history.replaceState(window.history.state, "", pathname);
  }, []);
  return token;
}
