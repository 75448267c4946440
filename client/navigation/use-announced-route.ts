import { useEffect, useRef, type RefObject } from "react";
import { pageName } from "../theme/brand.ts";

/**
 * The window is named after the page's heading, or as the heading says it shall be; and after a change of page the heading has the
 * focus: screen readers read it, and Tab goes on from there. A page that is still loading is waited for, also where the page before
 * it stays until then; whoever has begun to use it is left alone.
 */
export function useAnnouncedRoute(pathname: string, main: RefObject<HTMLElement | null>): void {
  const shown = useRef(pathname);
  useEffect(() => {
    const page = main.current;
    if (page === null) return;
    const isChange = shown.current !== "" && shown.current !== pathname;
    shown.current = pathname;
    let announced: HTMLElement | null = null;
    const announce = (): void => {
      const heading = page.querySelector<HTMLElement>("h1");
      if (heading === null) return;
      // A page that has more to tell than its heading, such as a run's progress, says so there.
      document.title = `${heading.dataset["windowTitle"] ?? heading.textContent} · ${pageName}`;
      if (!isChange || announced === heading) return;
      const isLost = announced === null || document.activeElement === document.body;
      announced = heading;
      const isInUse = page !== document.activeElement && page.contains(document.activeElement);
      if (isLost && !isInUse) heading.focus({ preventScroll: true });
    };
    announce();
    // The heading also changes without a change of page: a run gets its number, a customer another name.
    const observer = new MutationObserver(announce);
    observer.observe(page, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ["data-window-title"],
    });
    return () => observer.disconnect();
  }, [pathname, main]);
}
