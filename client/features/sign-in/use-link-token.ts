import { useState } from "react";

/** What stands behind the `#` of a link from a mail; taken out of the address at once, so that no screen and no history keeps it. */
export function useLinkToken(): string {
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  if (window.location.hash !== "") window.history.replaceState(window.history.state, "", window.location.pathname);
  return token;
}
