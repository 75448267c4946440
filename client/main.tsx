import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { createApi } from "./api/client.ts";
import { isReachable } from "./api/reachable.ts";
import { chosenLanguage, startI18n } from "./i18n/i18n.ts";
import { path } from "./navigation/path.ts";
import { createAppRouter } from "./routes.tsx";
import { cssVariablesResolver, theme } from "./theme.ts";
import { pageBrand } from "./theme/brand.ts";

function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}

declare global {
  /** Where the library that keeps a page still behind a dialog looks for the nonce of its one style. */
  var __webpack_nonce__: string | undefined;
}

/** A page that was built anew has other parts: one whose parts are gone is loaded again, once. */
function reloadAfterUpgrade(): void {
  const mark = "tierline:reloaded";
  window.addEventListener("vite:preloadError", () => {
    const last = Number(sessionStorage.getItem(mark) ?? "0");
    if (Date.now() - last < 10_000) return;
    void isReachable().then((isThere) => {
      if (!isThere) return; // the browser's own error would take the place of the console
      sessionStorage.setItem(mark, String(Date.now()));
      location.reload();
    });
  });
}

async function start(): Promise<void> {
  if (__MOCK__) await (await import("./mocks/start.ts")).startMock();
  globalThis.__webpack_nonce__ = nonce();
  reloadAfterUpgrade();
  await startI18n(chosenLanguage(), pageBrand?.words);
  const router = createAppRouter();
  const api = createApi(() => {
    // Several questions may learn of it at once; only the first is still inside.
    const { pathname, href } = router.history.location;
    if (/^\/(r|portal)(\/|$)/.test(pathname)) router.history.replace(path.signIn(href));
  });
  createRoot(document.getElementById("root")!).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        getStyleNonce={nonce}
      >
        <ApolloProvider client={api.apollo}>
          <Suspense fallback={<div className="tl-boot" aria-busy="true" />}>
            <RouterProvider router={router} />
          </Suspense>
        </ApolloProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

void start();
