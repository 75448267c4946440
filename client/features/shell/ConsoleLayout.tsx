import { Outlet, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewerQuery, ViewerProvider } from "../../api/viewer.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { path } from "../../navigation/path.ts";
import { ShortcutsProvider } from "../../navigation/shortcuts.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { Loading } from "../../ui/Loading.tsx";
import { Header } from "./Header.tsx";
import classes from "./ConsoleLayout.module.css";
import { NotificationsProvider } from "./notifications.tsx";
import { SideNav } from "./SideNav.tsx";
import { StandardShortcuts } from "./StandardShortcuts.tsx";

/** Everything below a tier: who is signed in, where they are, and the page. */
export function ConsoleLayout() {
  const result = useViewerQuery();
  const go = useGo();
  const here = useRouterState({ select: ({ location }) => `${location.pathname}${location.searchStr}` });
  const isSignedOut = result.data?.viewer === null;
  useEffect(() => {
    if (isSignedOut) go(path.signIn(here), { replace: true });
  }, [isSignedOut, go, here]);
  return (
    <QueryState result={result}>
      {({ viewer }) =>
        viewer === null ? null : (
          <ViewerProvider viewer={viewer}>
            <ShortcutsProvider>
              <NotificationsProvider>
                <Frame />
              </NotificationsProvider>
            </ShortcutsProvider>
          </ViewerProvider>
        )
      }
    </QueryState>
  );
}

function Frame() {
  const { t } = useTranslation("shell");
  const [isNavOpen, setNavOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const reseller = useReseller();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  useAnnouncedRoute(pathname, main);
  useEffect(() => setNavOpen(false), [pathname]);
  return (
    <div className={classes.frame} data-nav={isNavOpen ? "open" : "closed"}>
      <a className={classes.skip} href="#content">
        {t("skip")}
      </a>
      <Header isNavOpen={isNavOpen} onToggleNav={() => setNavOpen((open) => !open)} />
      <SideNav reseller={reseller} pathname={pathname} />
      <button
        type="button"
        className={classes.veil}
        aria-label={t("close")}
        tabIndex={-1}
        onClick={() => setNavOpen(false)}
      />
      <main id="content" ref={main} className={classes.main} tabIndex={-1}>
        <Suspense fallback={<Loading lines={8} label={t("loading")} />}>
          <StandardShortcuts />
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

/** After a change of page the heading has the focus: screen readers read it, and Tab goes on from there. */
function useAnnouncedRoute(pathname: string, main: React.RefObject<HTMLElement | null>): void {
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const focusHeading = (): boolean => {
      const heading = main.current?.querySelector<HTMLElement>("h1");
      if (heading === null || heading === undefined) return false;
      if (!main.current?.contains(document.activeElement) || document.activeElement === main.current)
        heading.focus({ preventScroll: true });
      document.title = `${heading.textContent} · Tierline`;
      return true;
    };
    if (focusHeading()) return;
    const observer = new MutationObserver(() => {
      if (focusHeading()) observer.disconnect();
    });
    if (main.current !== null) observer.observe(main.current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [pathname, main]);
}
