import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../api/user-errors.ts";
import { useViewerQuery, ViewerProvider } from "../../api/viewer.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { path } from "../../navigation/path.ts";
import { ShortcutsProvider } from "../../navigation/shortcuts.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { Loading } from "../../ui/Loading.tsx";
import { ActingNotice } from "./ActingNotice.tsx";
import { Header } from "./Header.tsx";
import classes from "./ConsoleLayout.module.css";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { NotificationsProvider } from "./notifications.tsx";
import { useAnnouncedRoute } from "./use-announced-route.ts";
import { useOwnLanguage } from "./use-language.ts";
import { SideNav } from "./SideNav.tsx";
import { StandardShortcuts } from "./StandardShortcuts.tsx";

const refusals: ReadonlySet<string> = new Set(["NOT_FOUND", "FORBIDDEN"]);

/** Everything below a tier: who is signed in, where they are, and the page. */
export function ConsoleLayout() {
  const result = useViewerQuery();
  const go = useGo();
  const reseller = useReseller();
  const { history } = useRouter();
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

function Frame() {
  const { t } = useTranslation("shell");
  const main = useRef<HTMLElement>(null);
  const reseller = useReseller();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  // Not `location`: that is the next page while this one is still shown.
  const arrivedAt = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? "" });
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
      <Header isNavOpen={isNavOpen} onToggleNav={() => setNavOpenAt(isNavOpen ? null : pathname)} />
      <SideNav reseller={reseller} pathname={pathname} />
      <ActingNotice />
      <button
        type="button"
        className={classes.veil}
        aria-label={t("close")}
        tabIndex={-1}
        onClick={() => setNavOpenAt(null)}
      />
      <main id="content" ref={main} className={classes.main} tabIndex={-1}>
        <Suspense fallback={<Loading rows={8} label={t("loading")} />}>
          <StandardShortcuts />
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
