import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../api/user-errors.ts";
import { useViewer, useViewerQuery, ViewerProvider } from "../../api/viewer.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { path } from "../../navigation/path.ts";
import { ShortcutsProvider } from "../../navigation/shortcuts.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { Loading } from "../../ui/Loading.tsx";
import { ActingNotice } from "./ActingNotice.tsx";
import { Header } from "./Header.tsx";
import classes from "./ConsoleLayout.module.css";
import { NotActivePage } from "./NotActivePage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { NotificationsProvider } from "./notifications.tsx";
import { useAnnouncedRoute } from "./use-announced-route.ts";
import { useOwnLanguage } from "../../api/use-language.ts";
import { SideNav } from "./SideNav.tsx";
import { StandardShortcuts } from "./StandardShortcuts.tsx";
import { SuspendedBanner } from "./SuspendedBanner.tsx";

const refusals: ReadonlySet<string> = new Set(["NOT_FOUND", "FORBIDDEN"]);

/** Everything below a tier: who is signed in, where they are, and the page. */
export function ConsoleLayout() {
  const result = useViewerQuery();
  const go = useGo();
  const reseller = useReseller();
  const { history } = useRouter();
  useRightsKeptNew(result.refetch);
  const isSignedOut = result.data?.viewer === null;
  useEffect(() => {
    // This page is still shown while the door's is fetched: the address may already be the door's own.
    const { pathname, href } = history.location;
    if (isSignedOut && pathname.startsWith("/r/")) go(path.signIn(href), { replace: true });
  }, [isSignedOut, go, history]);
  // A tier that is not yours, and one that never was.
  if (result.data === undefined && refusals.has(failureOf(result.error).code)) return <NotFoundPage />;
  return (
    <QueryState result={result}>
      {({ viewer }) =>
        viewer === null ? null : viewer.reseller.key === reseller ? (
          <ViewerProvider viewer={viewer}>
            <ShortcutsProvider>
              <NotificationsProvider>
                <Frame />
              </NotificationsProvider>
            </ShortcutsProvider>
          </ViewerProvider>
        ) : (
          <NotFoundPage />
        )
      }
    </QueryState>
  );
}

/**
 * Rights are cut and given while somebody works: whoever comes back to the window, or goes on to another page after a while, is
 * shown what they may do now.
 */
function useRightsKeptNew(refetch: () => Promise<unknown>): void {
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

function Frame() {
  const { t } = useTranslation("shell");
  const main = useRef<HTMLElement>(null);
  const reseller = useReseller();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  // Not `location`: that is the next page while this one is still shown.
  const arrivedAt = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? "" });
  const { withheldBy } = useViewer();
  const waitsFor = withheldBy?.state === "PENDING" ? withheldBy : null;
  useAnnouncedRoute(arrivedAt, main);
  useOwnLanguage();
  // On a phone the menu is open on the page it was opened on, so that going somewhere closes it.
  const [navOpenAt, setNavOpenAt] = useState<string | null>(null);
  const isNavOpen = navOpenAt === pathname;
  return (
    <div className={classes.frame} data-nav={isNavOpen ? "open" : "closed"}>
      <a className={classes.skip} href="#content">
        {t("skip")}
      </a>
      <Header
        isBare={waitsFor !== null}
        isNavOpen={isNavOpen}
        onToggleNav={() => setNavOpenAt(isNavOpen ? null : pathname)}
      />
      {waitsFor === null && (
        <>
          <SideNav reseller={reseller} pathname={pathname} />
          <button
            type="button"
            className={classes.veil}
            aria-label={t("close")}
            tabIndex={-1}
            onClick={() => setNavOpenAt(null)}
          />
        </>
      )}
      <ActingNotice />
      <main id="content" ref={main} className={classes.main} tabIndex={-1}>
        <Suspense fallback={<Loading rows={8} label={t("loading")} />}>
          {waitsFor === null ? (
            <>
              <StandardShortcuts />
              <SuspendedBanner />
              <Outlet />
            </>
          ) : (
            <NotActivePage withheldBy={waitsFor} />
          )}
        </Suspense>
      </main>
    </div>
  );
}
