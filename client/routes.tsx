import { Notifications } from "@mantine/notifications";
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { reachably } from "./api/reachable.ts";
import { ConsoleLayout } from "./features/shell/ConsoleLayout.tsx";
import { NotFoundPage } from "./features/shell/NotFoundPage.tsx";
import { PageFailed } from "./features/shell/PageFailed.tsx";
import { StartPage } from "./features/shell/StartPage.tsx";
import { StepUpHost } from "./features/shell/StepUpHost.tsx";
import { NotFound } from "./navigation/NotFound.tsx";

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });

/** Toasts stand inside the router: what they tell of is a link. */
function Root() {
  return (
    <>
      <Outlet />
      <StepUpHost />
      <Notifications position="bottom-right" limit={3} />
    </>
  );
}

const start = createRoute({ getParentRoute: () => root, path: "/", component: StartPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./features/sign-in/SignInPage.tsx"), "SignInPage"),
});

/** Pages for who is not signed in: the links of mails lead to them. */
const doors = [
  createRoute({
    getParentRoute: () => root,
    path: "/accept-invitation",
    component: lazyRouteComponent(() => import("./features/sign-in/AcceptInvitationPage.tsx"), "AcceptInvitationPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/forgotten-password",
    component: lazyRouteComponent(
      () => import("./features/sign-in/ForgottenPasswordPage.tsx"),
      "ForgottenPasswordPage",
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/sign-up",
    component: lazyRouteComponent(() => import("./features/sign-in/SignUpPage.tsx"), "SignUpPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/reset-password",
    component: lazyRouteComponent(() => import("./features/sign-in/ResetPasswordPage.tsx"), "ResetPasswordPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/confirm-email",
    component: lazyRouteComponent(() => import("./features/sign-in/ConfirmEmailPage.tsx"), "ConfirmEmailPage"),
  }),
];

const tier = createRoute({
  getParentRoute: () => root,
  path: "/r/$reseller",
  component: ConsoleLayout,
  notFoundComponent: NotFound,
});

/** A page of the console: its address below the tier, and where it is; each is its own chunk. */
function page<const Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
) {
  return createRoute({ getParentRoute: () => tier, path, component: lazyRouteComponent(() => reachably(load), name) });
}

const pages = [
  page("/", () => import("./features/home/HomePage.tsx"), "HomePage"),
  page("/customers", () => import("./features/customers/CustomerListPage.tsx"), "CustomerListPage"),
  page("/customers/new", () => import("./features/customers/NewCustomerPage.tsx"), "NewCustomerPage"),
  page("/customers/$customer", () => import("./features/customers/CustomerPage.tsx"), "CustomerPage"),
  page("/catalog", () => import("./features/catalog/CatalogPage.tsx"), "CatalogPage"),
  page("/catalog/$slug", () => import("./features/catalog/OfferingPage.tsx"), "OfferingPage"),
  page("/assign", () => import("./features/assign-plan/AssignPage.tsx"), "AssignPage"),
  page("/services", () => import("./features/services/ServiceListPage.tsx"), "ServiceListPage"),
  page("/services/$service", () => import("./features/services/ServicePage.tsx"), "ServicePage"),
  page("/inventory", () => import("./features/inventory/InventoryPage.tsx"), "InventoryPage"),
  page("/inventory/items/$item", () => import("./features/inventory/ItemPage.tsx"), "ItemPage"),
  page("/inventory/add", () => import("./features/inventory/AddItemsPage.tsx"), "AddItemsPage"),
  page("/inventory/templates", () => import("./features/inventory/TemplatesPage.tsx"), "TemplatesPage"),
  page("/numbers", () => import("./features/numbers/NumbersPage.tsx"), "NumbersPage"),
  page("/calls", () => import("./features/usage/CallsPage.tsx"), "CallsPage"),
  page("/rates", () => import("./features/rates/RatesPage.tsx"), "RatesPage"),
  page("/brand", () => import("./features/brand/BrandPage.tsx"), "BrandPage"),
  page("/payments", () => import("./features/payments/PaymentsPage.tsx"), "PaymentsPage"),
  page("/reports", () => import("./features/reports/ReportsPage.tsx"), "ReportsPage"),
  page("/runs", () => import("./features/provisioning/RunListPage.tsx"), "RunListPage"),
  page("/runs/$run", () => import("./features/provisioning/RunPage.tsx"), "RunPage"),
  page("/live-calls", () => import("./features/live-calls/LiveCallsPage.tsx"), "LiveCallsPage"),
  page("/problems", () => import("./features/problems/ProblemListPage.tsx"), "ProblemListPage"),
  page("/screening", () => import("./features/screening/ScreeningQueuePage.tsx"), "ScreeningQueuePage"),
  page("/screening/lists", () => import("./features/screening/ScreeningListsPage.tsx"), "ScreeningListsPage"),
  page("/screening/$case", () => import("./features/screening/ScreeningCasePage.tsx"), "ScreeningCasePage"),
  page("/problems/$problem", () => import("./features/problems/ProblemPage.tsx"), "ProblemPage"),
  page("/resellers", () => import("./features/resellers/ResellerListPage.tsx"), "ResellerListPage"),
  page("/resellers/new", () => import("./features/resellers/NewResellerPage.tsx"), "NewResellerPage"),
  page("/resellers/$node", () => import("./features/resellers/ResellerPage.tsx"), "ResellerPage"),
  page("/playbooks", () => import("./features/playbooks/PlaybookListPage.tsx"), "PlaybookListPage"),
  page("/playbooks/$key", () => import("./features/playbooks/PlaybookPage.tsx"), "PlaybookPage"),
  page("/connectors", () => import("./features/connectors/ConnectorListPage.tsx"), "ConnectorListPage"),
  page("/customers/templates", () => import("./features/customers/TemplatesPage.tsx"), "TemplatesPage"),
  page("/imports", () => import("./features/bulk/ImportListPage.tsx"), "ImportListPage"),
  page("/imports/new", () => import("./features/bulk/NewImportPage.tsx"), "NewImportPage"),
  page("/imports/$import", () => import("./features/bulk/ImportPage.tsx"), "ImportPage"),
  page("/onboarding", () => import("./features/customers/onboarding/OnboardingListPage.tsx"), "OnboardingListPage"),
  page(
    "/onboarding/$onboarding/$step",
    () => import("./features/customers/onboarding/OnboardingPage.tsx"),
    "OnboardingPage",
  ),
  page("/call-in", () => import("./features/meetings/CallInPage.tsx"), "CallInPage"),
  page("/people", () => import("./features/people/PeoplePage.tsx"), "PeoplePage"),
  page("/people/$person", () => import("./features/people/PersonPage.tsx"), "PersonPage"),
  page("/roles", () => import("./features/people/RolesPage.tsx"), "RolesPage"),
  page("/presets", () => import("./features/customers/PresetsPage.tsx"), "PresetsPage"),
  page("/account", () => import("./features/account/AccountPage.tsx"), "AccountPage"),
  page("/developers", () => import("./features/developers/DevelopersPage.tsx"), "DevelopersPage"),
  page("/developers/webhooks", () => import("./features/developers/WebhooksPage.tsx"), "WebhooksPage"),
  page("/developers/limits", () => import("./features/developers/LimitsPage.tsx"), "LimitsPage"),
  page("/developers/changes", () => import("./features/developers/ChangesPage.tsx"), "ChangesPage"),
  page("/audit", () => import("./features/audit/AuditPage.tsx"), "AuditPage"),
  page("/lab", () => import("./features/connectors/LabPage.tsx"), "LabPage"),
];

const portal = createRoute({
  getParentRoute: () => root,
  path: "/portal",
  component: lazyRouteComponent(() => reachably(() => import("./features/portal/PortalLayout.tsx")), "PortalLayout"),
  notFoundComponent: NotFound,
});

/** A page of the customer's portal; some of them are of features that staff have too. */
function portalPage<const Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
) {
  return createRoute({
    getParentRoute: () => portal,
    path,
    component: lazyRouteComponent(() => reachably(load), name),
  });
}

const portalPages = [
  portalPage("/", () => import("./features/portal/PortalHomePage.tsx"), "PortalHomePage"),
  portalPage("/services", () => import("./features/portal/PortalServicesPage.tsx"), "PortalServicesPage"),
  portalPage("/services/$service", () => import("./features/portal/PortalServicePage.tsx"), "PortalServicePage"),
  portalPage("/lines", () => import("./features/portal/PortalLinesPage.tsx"), "PortalLinesPage"),
  portalPage("/billing", () => import("./features/portal/PortalBillingPage.tsx"), "PortalBillingPage"),
  portalPage("/calls", () => import("./features/usage/OwnCallsPage.tsx"), "OwnCallsPage"),
  portalPage("/problems", () => import("./features/problems/OwnProblemsPage.tsx"), "OwnProblemsPage"),
  portalPage("/account", () => import("./features/portal/PortalAccountPage.tsx"), "PortalAccountPage"),
  portalPage("/subscribers", () => import("./features/customers/OwnSubscribersPage.tsx"), "OwnSubscribersPage"),
  portalPage("/contacts", () => import("./features/customers/OwnContactsPage.tsx"), "OwnContactsPage"),
  portalPage("/security", () => import("./features/account/AccountPage.tsx"), "AccountPage"),
];

export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren([start, signIn, ...doors, tier.addChildren(pages), portal.addChildren(portalPages)]),
    defaultPreload: "intent",
    defaultErrorComponent: PageFailed,
    scrollRestoration: true,
    // Plain addresses: what looks like a number stays the text that was typed.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text === "" ? "" : `?${text}`;
    },
  });
}
