import { useRouterState } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef } from "react";

/**
 * Rights are cut and given while somebody works: whoever comes back to the window, or goes on to another page after a while, is
 * shown what they may do now.
 */
export function useRightsKeptNew(refetch: () => Promise<unknown>): void {
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const readAt = useRef<number | null>(null);
  const readAgain = useEffectEvent(() => {
    const now = Date.now();
    readAt.current ??= now;
    if (document.visibilityState === "hidden" || now - readAt.current < rightsAgeMs) return;
    readAt.current = now;
    void refetch().catch(() => undefined); // the page's own question says what is wrong
  });
  useEffect(() => {
    readAgain();
    addEventListener("focus", readAgain);
    return () => removeEventListener("focus", readAgain);
  }, [pathname]);
}

const rightsAgeMs = 60_000;
