import { ApolloClient, ApolloLink, Observable } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render, type RenderResult } from "@testing-library/react";
import { permissionsOf, type Role } from "@tierline/shared/permission.ts";
import { GraphQLError } from "graphql";
import i18next from "i18next";
import { Suspense, type ReactNode } from "react";
import { createCache } from "../api/cache.ts";
import { ViewerProvider, type ViewerValue } from "../api/viewer.tsx";
import { startI18n } from "../i18n/i18n.ts";
import { ShortcutsProvider } from "../navigation/shortcuts.tsx";

export type Answer = Record<string, unknown> | Error | ((variables: Record<string, unknown>) => unknown);

export interface RenderOptions {
  /** Address below which the page is shown, with its parameters. */
  readonly at?: string;
  /** Pattern of the address, e.g. `/r/$reseller/customers/$customer`. */
  readonly route?: string;
  readonly role?: Role;
  /** What else is known of the viewer, such as whose person they are. */
  readonly viewer?: Partial<ViewerValue>;
  /** By operation name: data, an error, or a function of the variables. An Observable answers a subscription. */
  readonly operations?: Readonly<Record<string, Answer>>;
}

export interface RenderedPage extends RenderResult {
  /** Names and variables of the operations in the order they were sent. */
  readonly sent: readonly { name: string; variables: Record<string, unknown> }[];
  readonly address: () => string;
}

/** A page with everything it stands on: address, words, rights and an API that answers from `operations`. */
export async function renderPage(page: ReactNode, options: RenderOptions = {}): Promise<RenderedPage> {
  if (!i18next.isInitialized) await startI18n("en");
  const sent: { name: string; variables: Record<string, unknown> }[] = [];
  const link = new ApolloLink(({ operationName, variables }) => {
    const name = operationName ?? "";
    sent.push({ name, variables });
    return answer(options.operations?.[name], name, variables);
  });
  const client = new ApolloClient({ link, cache: createCache() });
  const root = createRootRoute();
  const route = createRoute({
    getParentRoute: () => root,
    path: options.route ?? "/r/$reseller",
    component: () => page,
  });
  const rest = createRoute({ getParentRoute: () => root, path: "$", component: () => null });
  const router = createRouter({
    routeTree: root.addChildren([route, rest]),
    history: createMemoryHistory({ initialEntries: [options.at ?? "/r/acme"] }),
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  });
  const result = render(
    <MantineProvider env="test">
      <ApolloProvider client={client}>
        <Suspense fallback={null}>
          <ViewerProvider viewer={{ ...viewerOf(options.role ?? "AGENT"), ...options.viewer }}>
            <ShortcutsProvider>
              <RouterProvider router={router} />
            </ShortcutsProvider>
          </ViewerProvider>
        </Suspense>
      </ApolloProvider>
    </MantineProvider>,
  );
  return Object.assign(result, { sent, address: () => router.history.location.href });
}

function answer(
  given: Answer | undefined,
  name: string,
  variables: Record<string, unknown>,
): Observable<ApolloLink.Result> {
  if (given instanceof Observable) return given as Observable<ApolloLink.Result>;
  return new Observable((observer) => {
    const value = typeof given === "function" ? given(variables) : given;
    if (value instanceof Observable) return (value as Observable<ApolloLink.Result>).subscribe(observer);
    const failed =
      value === undefined ? new Error(`The test has no answer for ${name}.`) : value instanceof Error ? value : null;
    observer.next(
      failed === null ? { data: value as Record<string, unknown> } : { errors: [asError(failed).toJSON()] },
    );
    observer.complete();
    return undefined;
  });
}

function asError(error: Error): GraphQLError {
  return error instanceof GraphQLError
    ? error
    : new GraphQLError(error.message, { extensions: { code: "INTERNAL", requestId: "test" } });
}

export function viewerOf(role: Role): ViewerValue {
  const tier = (key: string, name: string, isCurrent = false) => ({
    __typename: "TierNode" as const,
    id: `rsl_${key}`,
    key,
    name,
    isCurrent,
  });
  return {
    user: { id: "usr_1", name: "Amy Agent", email: "agent@acme.test", role, language: null },
    reseller: { id: "rsl_acme", key: "acme", name: "Acme", currency: "GBP", timeZone: "Europe/London", country: "GB" },
    customer: null,
    permissions: permissionsOf(role),
    onBehalfOf: null,
    withheldBy: null,
    tierPath: [tier("tierline", "Tierline Telecom"), tier("nord", "Nord"), tier("acme", "Acme", true)],
    mustSetUpFactor: false,
    mustChangePassword: false,
    demo: true,
    lab: true,
    serverTime: "2026-11-21T12:00:00.000Z",
  };
}
