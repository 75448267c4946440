import { useQuery } from "@apollo/client/react";
import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../api/user-errors.ts";
import { useViewer, useViewerQuery, ViewerProvider } from "../../api/viewer.tsx";
import { ViewerDocument } from "../../api/viewer.generated.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { path } from "../../navigation/path.ts";
import { useRightsKeptNew } from "../../navigation/use-rights-kept-new.ts";
import { useAnnouncedRoute } from "../../navigation/use-announced-route.ts";
import { ShortcutsProvider } from "../../navigation/shortcuts.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { ActingNotice } from "./ActingNotice.tsx";
import { Header } from "./Header.tsx";
import classes from "./ConsoleLayout.module.css";
import { NotActivePage } from "./NotActivePage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { NotificationsProvider } from "./notifications.tsx";
import { useOwnLanguage } from "../../api/use-language.ts";
import { SideNav } from "./SideNav.tsx";
import { StandardShortcuts } from "./StandardShortcuts.tsx";
import { SuspendedBanner } from "./SuspendedBanner.tsx";

const setUpFactor = lazyPart(() => import("./SetUpFactorPage.tsx").then(({ SetUpFactorPage }) => SetUpFactorPage));

const refusals: ReadonlySet<string> = new Set(["NOT_FOUND", "FORBIDDEN"]);

/** Everything below a tier: who is signed in, where they are, and the page. */
export function ConsoleLayout() {
  const result = useViewerQuery();
  const go = useGo();
  const reseller = useReseller();
  const { history } = useRouter();
  useRightsKeptNew(result.refetch);
  // Who was given a password sets their own at the door.
  const isSignedOut = result.data?.viewer === null || result.data?.viewer?.mustChangePassword === true;
  useEffect(() => {
    // This page is still shown while the door's is fetched: the address may already be the door's own.
    const { pathname, href } = history.location;
    if (isSignedOut && pathname.startsWith("/r/")) go(path.signIn(href), { replace: true });
  }, [isSignedOut, go, history]);
  // A tier that is not yours, and one that never was.
  if (result.data === undefined && refusals.has(failureOf(result.error).code)) return <NotThisConsole />;
  return (
    <QueryState result={result}>
      {({ viewer }) =>
        viewer === null ? null : viewer.onBehalfOf?.hasEnded === true ? (
          <NotThisConsole />
        ) : viewer.reseller.key === reseller ? (
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

/** Whoever is of a customer, or acts as one who is, has no console: for them its addresses lead to their portal. */
function NotThisConsole() {
  const go = useGo();
  const { data, loading } = useQuery(ViewerDocument, { fetchPolicy: "no-cache", context: { isPlaceless: true } });
  const isForPortal = data?.viewer?.customer != null || data?.viewer?.onBehalfOf?.hasEnded === true;
  useEffect(() => {
    if (isForPortal) go(path.portal(), { replace: true });
  }, [isForPortal, go]);
  return loading || isForPortal ? null : <NotFoundPage />;
}

function Frame() {
  const { t } = useTranslation("shell");
  const main = useRef<HTMLElement>(null);
  const reseller = useReseller();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  // Not `location`: that is the next page while this one is still shown.
  const arrivedAt = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? "" });
  const { withheldBy, mustSetUpFactor } = useViewer();
  const waitsFor = withheldBy?.state === "PENDING" ? withheldBy : null;
  const isBare = waitsFor !== null || mustSetUpFactor;
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
      <Header isBare={isBare} isNavOpen={isNavOpen} onToggleNav={() => setNavOpenAt(isNavOpen ? null : pathname)} />
      {!isBare && (
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
          {mustSetUpFactor ? (
            <setUpFactor.Part />
          ) : waitsFor === null ? (
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
