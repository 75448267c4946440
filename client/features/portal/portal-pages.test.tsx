import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Observable } from "@apollo/client";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { jane, named, service, servicePage, servicesAnswer } from "./portal-fixtures.ts";
import { PortalHomePage } from "./PortalHomePage.tsx";
import { PortalLinesPage } from "./PortalLinesPage.tsx";
import { PortalServicePage } from "./PortalServicePage.tsx";
import { PortalServicesPage } from "./PortalServicesPage.tsx";

const silent = new Observable<never>(() => undefined);

function show(page: React.ReactNode, operations: Record<string, Answer>, permissions?: string[]) {
  return renderPage(page, {
    role: "CUSTOMER_USER",
    viewer: permissions === undefined ? jane : { ...jane, permissions },
    route: "/portal/services/$service",
    at: "/portal/services/svc_1",
    operations: { PortalServiceLive: silent as never, ...operations },
  });
}

test("the portal's home says of each service in one line how it is, and what stands still first", async () => {
  await show(<PortalHomePage />, {
    PortalServices: servicesAnswer(
      service(),
      service({
        id: "svc_2",
        name: "Fibre 100",
        serviceType: "INTERNET",
        state: "SUSPENDED",
        suspensionReasons: ["BALANCE"],
      }),
      service({ id: "svc_3", name: "Home phone", serviceType: "VOIP", state: "PENDING", balances: [] }),
      service({ id: "svc_4", name: "Old SIM", state: "TERMINATED" }),
    ),
  });
  expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("Johnson (ID: 789)");
  const attention = await screen.findByRole("region", { name: "Needs attention" });
  expect(attention).toHaveTextContent("Fibre 100Suspended: balance. Ask Acme what can be done.");
  expect(within(screen.getByRole("list", { name: "Being set up" })).getByRole("link")).toHaveTextContent("Home phone");
  const running = within(screen.getByRole("list", { name: "Running" })).getAllByRole("link");
  expect(running.map(({ textContent }) => textContent)).toEqual(["Mobile - +44 7700 90012313.6 GB left"]);
});

test("what is being set up is followed until it works", async () => {
  let tell: (data: object) => void = () => undefined;
  const live = new Observable<{ data: object }>((observer) => {
    tell = (data) => observer.next({ data });
  });
  await show(<PortalHomePage />, {
    PortalServices: servicesAnswer(service({ id: "svc_3", name: "Home phone", state: "PENDING", balances: [] })),
    PortalServiceLive: () => live,
  });
  expect(await screen.findByRole("list", { name: "Being set up" })).toBeVisible();
  tell({ service: { ...servicePage(), id: "svc_3", name: "Home phone", version: 5, state: "ACTIVE", balances: [] } });
  expect(await screen.findByRole("list", { name: "Running" })).toHaveTextContent("Home phoneWorks");
});

test.each([
  ["home", <PortalHomePage key="home" />],
  ["services", <PortalServicesPage key="services" />],
  ["a service", <PortalServicePage key="service" />],
  ["lines", <PortalLinesPage key="lines" />],
])(
  "VX15, B12: %s, when not opened to the customer, says who can open it, and asks the server nothing",
  async (_name, page) => {
    const { sent } = await show(page, {}, ["customer.view"]);
    expect(await screen.findByText(/Ask them to open this for you/)).toHaveTextContent("Acme decides");
    expect(sent).toEqual([]);
  },
);

test("a service of the portal shows its number whole, what is left, and leads to no page of the console", async () => {
  await show(<PortalServicePage />, { PortalServicePage: { service: servicePage() } });
  expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("Mobile - +44 7700 900123");
  expect(screen.getByText("13.6")).toBeVisible();
  expect(screen.getByRole("button", { name: "Copy Mobile number" })).toBeVisible();
  expect(screen.getAllByRole("link").filter((link) => link.getAttribute("href")?.startsWith("/r/"))).toEqual([]);
});

test("the password of a service is shown once, after a warning, and to whom it was is told afterwards", async () => {
  const parameters = [named("CustomAttribute", { key: "sipUsername", value: "acme-12" })];
  const secret = named("ServiceSecret", { key: "sipPassword", shownAt: null, shownTo: null });
  const { sent } = await show(
    <PortalServicePage />,
    {
      PortalServicePage: { service: servicePage({ parameters, secrets: [secret] }) },
      RevealServiceSecret: {
        revealServiceSecret: named("RevealServiceSecretPayload", { value: "s3cret", userErrors: [] }),
      },
    },
    ["service.view", "service.reveal"],
  );
  await userEvent.click(await screen.findByRole("button", { name: "Show the password" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog).toHaveTextContent("then forgotten");
  await userEvent.click(within(dialog).getByRole("button", { name: "Show it now" }));
  expect(await screen.findByText("s3cret")).toBeVisible();
  expect(sent.filter(({ name }) => name === "RevealServiceSecret")).toEqual([
    { name: "RevealServiceSecret", variables: { input: { id: "svc_1", key: "sipPassword" } } },
  ]);
});

test("a password that was shown is told of by whom, and whoever may not see one is not asked", async () => {
  const parameters = [named("CustomAttribute", { key: "radiusUsername", value: "fibre-12" })];
  const at = "2026-11-20T10:00:00.000Z";
  const secret = named("ServiceSecret", { key: "radiusPassword", shownAt: at, shownTo: "Amy Agent" });
  const page = await show(
    <PortalServicePage />,
    { PortalServicePage: { service: servicePage({ parameters, secrets: [secret] }) } },
    ["service.view", "service.reveal"],
  );
  expect(await screen.findByText("The password was shown to Amy Agent and is not kept.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Show the password" })).toBeNull();
  page.unmount();
  const { secrets: _, ...rest } = servicePage({ parameters });
  const { sent } = await show(<PortalServicePage />, { PortalServicePage: { service: rest } }, ["service.view"]);
  await screen.findByText("fibre-12");
  expect(sent.find(({ name }) => name === "PortalServicePage")?.variables).toEqual({ id: "svc_1", withSecrets: false });
});

test("lines are grouped with their numbers and as whom they sign in; those that have ended are left out", async () => {
  const items = servicePage().items;
  await show(<PortalLinesPage />, {
    PortalLines: {
      services: {
        __typename: "ServiceConnection",
        nodes: [
          {
            ...service({ name: "Office" }),
            items,
            parameters: [named("CustomAttribute", { key: "sipUsername", value: "acme-12" })],
          },
          { ...service({ id: "svc_2", name: "Gone", state: "TERMINATED" }), items: [], parameters: [] },
        ],
      },
    },
  });
  const line = await screen.findByRole("region", { name: "Office" });
  expect(line).toHaveTextContent("Signs in as acme-12");
  await vi.waitFor(() => expect(line).toHaveTextContent("+44 7700 900123"));
  expect(screen.queryByText("Gone")).toBeNull();
});
