import { Outlet, useRouter, useRouterState } from "@tanstack/react-router";
import type { ShownBrand } from "@tierline/shared/brand.ts";
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useOwnLanguage } from "../../api/use-language.ts";
import { useViewer, useViewerQuery, ViewerProvider, type ViewerValue } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { ShortcutsProvider } from "../../navigation/shortcuts.tsx";
import { useAnnouncedRoute } from "../../navigation/use-announced-route.ts";
import { useGo } from "../../navigation/use-place.ts";
import { useRightsKeptNew } from "../../navigation/use-rights-kept-new.ts";
import { pageBrand } from "../../theme/brand.ts";
import { BrandMark } from "../../ui/BrandMark.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { ActingBanner } from "./ActingBanner.tsx";
import { ActingEnded } from "./ActingEnded.tsx";
import { isOpenTo, portalMenu } from "./portal-menu.ts";
import classes from "./PortalLayout.module.css";

/** The place of a customer's own people: made for a phone, under the reseller's name. Staff have their console. */
export function PortalLayout() {
  const result = useViewerQuery();
  const go = useGo();
  const { history } = useRouter();
  useRightsKeptNew(result.refetch);
  useRoomyType();
  const viewer = result.data?.viewer;
  // Who was given a password sets their own at the door.
  const isAtDoor = viewer?.mustChangePassword === true;
  const isHere = viewer != null && isPortalsOwn(viewer) && !isAtDoor;
  const elsewhere = viewer === undefined || isHere ? null : isAtDoor ? "" : (viewer?.reseller.key ?? "");
  useEffect(() => {
    // This page is still shown while the next one's is fetched: the address may already be that one's.
    const { pathname, href } = history.location;
    if (elsewhere === null || !pathname.startsWith("/portal")) return;
    go(elsewhere === "" ? path.signIn(href) : path.home(elsewhere), { replace: true });
  }, [elsewhere, go, history]);
  return (
    <QueryState result={result}>
      {() =>
        !isHere ? null : (
          <ViewerProvider viewer={viewer}>
            {viewer.onBehalfOf?.hasEnded === true ? (
              <ActingEnded acting={viewer.onBehalfOf} />
            ) : (
              <ShortcutsProvider>
                <Frame onActingOver={() => void result.refetch()} />
              </ShortcutsProvider>
            )}
          </ViewerProvider>
        )
      }
    </QueryState>
  );
}

/** A customer's people, whoever is in the place of one, and whoever was and has not left. */
function isPortalsOwn({ customer, onBehalfOf }: ViewerValue): boolean {
  return customer !== null || onBehalfOf?.hasEnded === true;
}

/** Dialogs and menus stand outside the frame, so the sizes of the type are the document's. */
function useRoomyType(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset["place"] = "portal";
    return () => void delete dataset["place"];
  }, []);
}

function Frame({ onActingOver }: { onActingOver: () => void }) {
  const { t } = useTranslation(["portal", "shell"]);
  const main = useRef<HTMLElement>(null);
  const { reseller, onBehalfOf } = useViewer();
  // Not `location`: that is the next page while this one is still shown.
  const arrivedAt = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? "" });
  useAnnouncedRoute(arrivedAt, main);
  useOwnLanguage();
  const name = pageBrand?.header ?? reseller.name;
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t("shell:skip")}
      </a>
      <header className={classes.header}>
        <AppLink className={classes.brand} href={path.portal()}>
          {hasLogo(pageBrand) ? (
            <BrandMark brand={pageBrand} />
          ) : (
            <span className={classes.initial} aria-hidden>
              {name.slice(0, 1)}
            </span>
          )}
          <span>{name}</span>
        </AppLink>
        <Menu />
      </header>
      {onBehalfOf !== null && <ActingBanner acting={onBehalfOf} onOver={onActingOver} />}
      <main id="content" ref={main} className={classes.main} tabIndex={-1}>
        <Suspense fallback={<Loading rows={6} label={t("shell:loading")} />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function hasLogo(brand: ShownBrand | null): brand is ShownBrand {
  return brand !== null && (brand.logoLight !== null || brand.logoDark !== null);
}

/** Across the top where there is room, and at the thumb on a phone. */
function Menu() {
  const { t } = useTranslation("portal");
  const viewer = useViewer();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <nav className={classes.menu} aria-label={t("menu.label")}>
      {portalMenu
        .filter((entry) => isOpenTo(viewer, entry))
        .map(({ key, icon: IconOf, href }) => {
          const isHere = key === "home" ? pathname.replace(/\/$/, "") === href : pathname.startsWith(href);
          return (
            <AppLink key={key} href={href} className={classes.entry} aria-current={isHere ? "page" : undefined}>
              <IconOf size={20} stroke={1.6} aria-hidden />
              <span>{t(`menu.${key}`)}</span>
            </AppLink>
          );
        })}
    </nav>
  );
}
