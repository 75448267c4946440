import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { ConnectorListPage } from "./ConnectorListPage.tsx";
import { LabPage } from "./LabPage.tsx";

const ocs = {
  __typename: "Connector",
  id: "con_1",
  key: "ocs",
  title: "Charging (OCS)",
  protocol: "CGRateS JSON-RPC",
  mode: "LAB",
  endpoint: "127.0.0.1:2080",
  health: "OK",
  healthMessage: "CGRateS answers",
  checkedAt: "2026-11-21T11:59:00.000Z",
  latencyMs: 4,
  version: 3,
  bulkRowsAtOnce: 10,
  settings: [
    { __typename: "ConnectorSetting", key: "url", label: "Address", value: null, isSecret: false, isSet: false },
    { __typename: "ConnectorSetting", key: "password", label: "Password", value: null, isSecret: true, isSet: true },
  ],
};
const listRoute = { route: "/r/$reseller/connectors", at: "/r/acme/connectors" };

test("a connector says plainly that it is the lab, and is asked again when wanted", async () => {
  const failed = { ...ocs, health: "FAILED", healthMessage: "Connection refused", latencyMs: null };
  await renderPage(<ConnectorListPage />, {
    ...listRoute,
    operations: {
      ConnectorList: { connectors: [ocs] },
      CheckConnector: { checkConnector: { connector: failed, userErrors: [] } },
    },
  });
  const user = userEvent.setup();
  const card = await screen.findByRole("region", { name: "Charging (OCS)" });
  expect(card).toHaveTextContent("Lab The demo network that comes with Tierline: nothing real happens.");
  expect(card).toHaveTextContent("4 ms");
  await user.click(within(card).getByRole("button", { name: "Check now: Charging (OCS)" }));
  await waitFor(() => expect(card).toHaveTextContent("Connection refused"));
  expect(card).toHaveTextContent("Not answering");
});

test("who may not edit connectors is told why", async () => {
  await renderPage(<ConnectorListPage />, { ...listRoute, operations: { ConnectorList: { connectors: [ocs] } } });
  const button = await screen.findByRole("button", { name: "Settings: Charging (OCS)" });
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toHaveAccessibleDescription(/You need the permission “Edit connectors”/);
});

test("O38: how many rows of imports may be under way at a connector is shown, and sent when it was changed", async () => {
  const changed = { ...ocs, bulkRowsAtOnce: 4, version: 4 };
  const { sent } = await renderPage(<ConnectorListPage />, {
    ...listRoute,
    role: "OPERATOR",
    operations: {
      ConnectorList: { connectors: [ocs] },
      UpdateConnector: { updateConnector: { connector: changed, userErrors: [] } },
      CheckConnector: { checkConnector: { connector: changed, userErrors: [] } },
    },
  });
  const card = await screen.findByRole("region", { name: "Charging (OCS)" });
  expect(card).toHaveTextContent("Rows of imports at once10");
  await userEvent.click(within(card).getByRole("button", { name: "Settings: Charging (OCS)" }));
  const field = await screen.findByLabelText("Rows of imports at once");
  await userEvent.clear(field);
  await userEvent.type(field, "4");
  await userEvent.click(screen.getByRole("button", { name: "Save settings" }));
  await waitFor(() => expect(sent.some(({ name }) => name === "UpdateConnector")).toBe(true));
  const update = sent.find(({ name }) => name === "UpdateConnector");
  expect(update?.variables["input"]).toEqual({ key: "ocs", version: 3, mode: "LAB", settings: [], bulkRowsAtOnce: 4 });
});

test("settings send only what changed and are tried at once; a stored secret is never shown and stays when it is not typed", async () => {
  const page = await renderPage(<ConnectorListPage />, {
    ...listRoute,
    role: "OPERATOR",
    operations: {
      ConnectorList: { connectors: [ocs] },
      UpdateConnector: { updateConnector: { connector: { ...ocs, mode: "REAL", version: 4 }, userErrors: [] } },
      CheckConnector: {
        checkConnector: {
          connector: { ...ocs, mode: "REAL", version: 4, health: "FAILED", healthMessage: "Connection refused" },
          userErrors: [],
        },
      },
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Settings: Charging (OCS)" }));
  expect(page.address()).toBe("/r/acme/connectors?settings=ocs");
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByLabelText("Password")).toHaveValue("");
  await user.click(within(dialog).getByText("Real"));
  await user.type(within(dialog).getByLabelText("Address"), "http://ocs:2080/jsonrpc");
  await user.click(within(dialog).getByRole("button", { name: "Save settings" }));
  await waitFor(() =>
    expect(page.sent.find(({ name }) => name === "UpdateConnector")?.variables).toEqual({
      input: { key: "ocs", version: 3, mode: "REAL", settings: [{ key: "url", value: "http://ocs:2080/jsonrpc" }] },
    }),
  );
  await waitFor(() => expect(page.address()).toBe("/r/acme/connectors"));
  // What was saved is tried at once.
  expect(await screen.findByText("Connection refused")).toBeInTheDocument();
});

test("settings that somebody changed meanwhile are read again, and what was typed stays", async () => {
  const page = await renderPage(<ConnectorListPage />, {
    route: listRoute.route,
    at: "/r/acme/connectors?settings=ocs",
    role: "OPERATOR",
    operations: {
      ConnectorList: () => ({ connectors: [{ ...ocs, version: page === undefined ? 3 : 4 }] }),
      UpdateConnector: {
        updateConnector: {
          connector: null,
          userErrors: [{ __typename: "RuleError", code: "STALE", message: "Changed since.", path: ["version"] }],
        },
      },
    },
  });
  const user = userEvent.setup();
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("Address"), "http://x");
  await user.click(within(dialog).getByRole("button", { name: "Save settings" }));
  expect(await within(dialog).findByText(/Someone else has changed this connector/)).toBeInTheDocument();
  expect(within(dialog).getByLabelText("Address")).toHaveValue("http://x");
  expect(page.sent.filter(({ name }) => name === "ConnectorList")).toHaveLength(2);
});

const lab = {
  __typename: "Lab",
  isRunning: true,
  mailboxUrl: "http://127.0.0.1:2525/mailbox",
  elements: [
    { __typename: "LabElement", key: "ocs", title: "OCS", protocol: "JSON-RPC", fault: "NONE", calls: 12, isUp: true },
  ],
  workers: [{ __typename: "LabWorker", id: "wrk_1", pid: 4711, startedAt: "2026-11-21T11:00:00.000Z", runsInHand: 1 }],
  recentCalls: [
    {
      __typename: "LabCall",
      id: "7",
      at: "2026-11-21T11:59:00.000Z",
      element: "ocs",
      method: "APIerSv1.SetAccount",
      target: "acme-789",
      request: '{"Password":"***"}',
      response: "account acme-789",
    },
  ],
};
const labRoute = { route: "/r/$reseller/lab", at: "/r/acme/lab" };

test("an element is broken with one click, and says what that does", async () => {
  const broken = { ...lab, elements: [{ ...lab.elements[0], fault: "LOSE_ANSWER" }] };
  const page = await renderPage(<LabPage />, {
    ...labRoute,
    operations: { LabPage: { lab }, SetLabFault: { setLabFault: { lab: broken, userErrors: [] } } },
  });
  const user = userEvent.setup();
  const choice = await screen.findByRole("radiogroup", { name: "Fault of OCS" });
  await user.click(within(choice).getByText("Lose the answer"));
  expect(await screen.findByText(/the run does not know, and asks until it is answered/)).toBeInTheDocument();
  expect(screen.getByText("Broken by hand")).toBeInTheDocument();
  expect(page.sent.find(({ name }) => name === "SetLabFault")?.variables).toEqual({
    input: { element: "ocs", fault: "LOSE_ANSWER" },
  });
});

test("a worker is killed by its id", async () => {
  const page = await renderPage(<LabPage />, {
    ...labRoute,
    operations: {
      LabPage: { lab },
      KillLabWorker: { killLabWorker: { lab: { ...lab, workers: [] }, userErrors: [] } },
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Kill this worker: process 4711" }));
  expect(await screen.findByText(/No worker of this machine is known/)).toBeInTheDocument();
  expect(page.sent.find(({ name }) => name === "KillLabWorker")?.variables).toEqual({ input: { id: "wrk_1" } });
});

test("a call shows what was asked", async () => {
  await renderPage(<LabPage />, { ...labRoute, operations: { LabPage: { lab } } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "APIerSv1.SetAccount acme-789" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText('{"Password":"***"}')).toBeInTheDocument();
  expect(within(dialog).getByText(/account acme-789/)).toBeInTheDocument();
});

test("an installation without a lab says so", async () => {
  const none = { ...lab, isRunning: false, elements: [], workers: [], recentCalls: [], mailboxUrl: null };
  await renderPage(<LabPage />, { ...labRoute, operations: { LabPage: { lab: none } } });
  expect(await screen.findByText("No lab belongs to this installation")).toBeInTheDocument();
});
