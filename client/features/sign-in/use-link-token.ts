import { useEffect, useState } from "react";

/** What stands behind the `#` of a link from a mail; taken out of the address then, so that no screen and no history keeps it. */
export function useLinkToken(): string {
  return useLink().token;
}

interface Link {
  readonly token: string;
  /** It leads nowhere any more: as if one had come without a link. */
  readonly forget: () => void;
}

/** The same, for a page that goes on without the link, too. */
export function useLink(): Link {
  const [token, setToken] = useState(() => window.location.hash.slice(1));
  // Not before the page stands: one that still waits for its words begins anew, and has to find the token again. A link that is opened
  // where the page is open already changes nothing but what stands behind the `#`.
  useEffect(() => {
    const take = (): void => {
      const { pathname, hash } = window.location;
      if (hash === "") return;
      setToken(hash.slice(1));
      window.history.replaceState(window.history.state, "", pathname);
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return { token, forget: () => setToken("") };
}
