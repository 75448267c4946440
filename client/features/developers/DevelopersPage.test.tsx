import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import { DevelopersPage } from "./DevelopersPage.tsx";

const key = {
  __typename: "ApiKey",
  id: "key_1",
  prefix: "tl_live_ab12cd34",
  expiresAt: "2027-02-20T12:00:00Z",
  lastUsedAt: null,
  revokedAt: null as string | null,
  isLive: true,
};
const program = {
  __typename: "ApiClient",
  id: "acl_1",
  name: "Shop window",
  scopes: ["customers_read"],
  ipList: ["192.0.2.0/24"],
  requestsPerMinute: 120,
  version: 4,
  maker: "Oona Owner",
  reseller: { __typename: "Reseller", id: "rsl_1", name: "Acme" },
  customer: null,
  keys: [key],
};
const request = {
  __typename: "ApiRequest",
  id: "rqt_1",
  at: "2026-11-21T12:00:00Z",
  kind: "QUERY",
  operation: "Mine",
  cost: 7,
  status: 200,
  codes: ["FORBIDDEN"],
  durationMs: 12,
  ip: "192.0.2.9",
  requestId: "req-1",
  key: { __typename: "ApiKey", id: "key_1", prefix: "tl_live_ab12cd34" },
  client: { __typename: "ApiClient", id: "acl_1", name: "Shop window" },
};
const older = { ...request, id: "rqt_2", operation: "Older" };
const requests = (nodes: object[], endCursor: string | null) => ({
  apiRequests: {
    __typename: "ApiRequestConnection",
    nodes,
    pageInfo: { __typename: "PageInfo", hasNextPage: endCursor !== null, endCursor },
  },
});
const programs = (nodes: object[]) => ({ apiClients: { __typename: "ApiClientConnection", nodes } });

const north = {
  __typename: "Reseller",
  id: "rsl_2",
  name: "Acme North",
  tierPath: [
    { __typename: "TierNode", id: "rsl_1", name: "Acme" },
    { __typename: "TierNode", id: "rsl_2", name: "Acme North" },
  ],
};
const john = { __typename: "Customer", id: "cus_1", label: "John Smith (ID: 123)" };
const show = (options: RenderOptions = {}) =>
  renderPage(<DevelopersPage />, {
    at: "/r/acme/developers",
    route: "/r/$reseller/developers",
    role: "RESELLER_OWNER",
    ...options,
    operations: {
      Programs: programs([program]),
      ReachResellers: { resellers: { __typename: "ResellerConnection", nodes: [north] } },
      ReachCustomers: { customers: { __typename: "CustomerConnection", nodes: [john] } },
      ProgramRequests: ({ after }) => (after === undefined ? requests([request], "1") : requests([older], null)),
      ...options.operations,
    },
  });

test("VX16: a key is made in a dialog, shown once with a first request, and gone when it was kept", async () => {
  const token = `tl_live_ab12cd34_${"x".repeat(43)}`;
  const { sent } = await show({
    operations: {
      Programs: programs([]),
      CreateProgram: {
        createApiClient: { __typename: "ApiKeyPayload", token, apiClient: program, userErrors: [] },
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "New key" }));
  const dialog = await screen.findByRole("dialog", { name: "New program with its key" });
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Name" }), "Shop window");
  await userEvent.type(within(dialog).getByRole("textbox", { name: "From" }), "192.0.2.7, 2001:db8::/32");
  await userEvent.click(within(dialog).getByRole("button", { name: "Make the key" }));
  expect(await screen.findByRole("region", { name: "The key" })).toHaveTextContent(token);
  expect(screen.getByRole("region", { name: "The first request" })).toHaveTextContent(`Authorization: Bearer ${token}`);
  expect(sent.find(({ name }) => name === "CreateProgram")?.variables["input"]).toMatchObject({
    name: "Shop window",
    scopes: ["customers_read"],
    ipList: ["192.0.2.7", "2001:db8::/32"],
    requestsPerMinute: 120,
    days: 90,
  });
  await userEvent.click(screen.getByRole("button", { name: "I have kept it" }));
  expect(document.body).not.toHaveTextContent(token);
});

test("VX16: a key is revoked by typing the end of its name, and what it asked is read below", async () => {
  const { sent } = await show({
    operations: {
      RevokeKey: {
        revokeApiKey: {
          __typename: "ApiClientPayload",
          apiClient: { ...program, keys: [{ ...key, revokedAt: "2026-11-21T12:00:00Z", isLive: false }] },
          userErrors: [],
        },
      },
    },
  });
  expect(await screen.findByRole("row", { name: /Mine/ })).toHaveTextContent("200 FORBIDDEN");
  await userEvent.click(await screen.findByRole("button", { name: "Revoke tl_live_ab12cd34" }));
  const dialog = await screen.findByRole("dialog", { name: "Revoke the key tl_live_ab12cd34" });
  await userEvent.type(within(dialog).getByRole("textbox"), "ab12cd34");
  await userEvent.click(within(dialog).getByRole("button", { name: "Revoke" }));
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain("RevokeKey"));
  expect(sent.find(({ name }) => name === "RevokeKey")?.variables).toEqual({ input: { id: "key_1" } });
});

test("VX16: the log is narrowed by program, key, operation and outcome, which stand in the address", async () => {
  const { sent, address } = await show();
  await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Program" }), "Shop window");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Outcome" }), "With errors");
  await waitFor(() => expect(address()).toBe("/r/acme/developers?program=acl_1&outcome=failed"));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Key" }), "tl_live_ab12cd34");
  await userEvent.type(screen.getByRole("searchbox", { name: "Operation" }), "Mine{Enter}");
  await waitFor(() => {
    expect(address()).toBe("/r/acme/developers?program=acl_1&outcome=failed&key=key_1&operation=Mine");
    const filter = { clientId: "acl_1", keyId: "key_1", operation: "Mine", hasFailed: true };
    expect(sent.at(-1)?.variables).toEqual({ filter });
  });
});

test("U25: a key is bound to a reseller below, or to one customer of it", async () => {
  const { sent } = await show({
    operations: {
      CreateProgram: {
        createApiClient: { __typename: "ApiKeyPayload", token: "tl", apiClient: program, userErrors: [] },
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "New key" }));
  const dialog = await screen.findByRole("dialog", { name: "New program with its key" });
  const name = within(dialog).getByLabelText(/Name/);
  await userEvent.click(name);
  await userEvent.paste("Theirs");
  await userEvent.click(within(dialog).getByRole("combobox", { name: "Of which reseller" }));
  await userEvent.click(await screen.findByRole("option", { name: "Acme › Acme North" }));
  await userEvent.click(within(dialog).getByRole("combobox", { name: "Of one customer only" }));
  await userEvent.click(await screen.findByRole("option", { name: john.label }));
  expect(sent.findLast((each) => each.name === "ReachCustomers")?.variables).toMatchObject({ resellerId: "rsl_2" });
  await userEvent.click(within(dialog).getByText("Make the key"));
  await waitFor(() => expect(sent.map((each) => each.name)).toContain("CreateProgram"));
  expect(sent.find((each) => each.name === "CreateProgram")?.variables["input"]).toMatchObject({
    resellerId: "rsl_2",
    customerId: "cus_1",
  });
});

test("VX16: what a program is given is changed, and scopes that stay are not given anew", async () => {
  const { sent } = await show({
    operations: {
      UpdateProgram: {
        updateApiClient: { __typename: "ApiClientPayload", apiClient: { ...program, name: "Window" }, userErrors: [] },
      },
    },
  });
  await userEvent.click(await screen.findByLabelText("Edit Shop window"));
  const dialog = await screen.findByRole("dialog", { name: "Change Shop window" });
  const name = within(dialog).getByLabelText(/Name/);
  await userEvent.clear(name);
  await userEvent.paste("Window");
  await userEvent.click(within(dialog).getByText("Save"));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(sent.find((each) => each.name === "UpdateProgram")?.variables).toEqual({
    input: { id: "acl_1", version: 4, name: "Window", ipList: ["192.0.2.0/24"], requestsPerMinute: 120 },
  });
});

test("VX16: of more requests than one page holds, the next page is put behind", async () => {
  await show();
  await screen.findByRole("row", { name: /Mine/ });
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  expect(await screen.findByRole("row", { name: /Older/ })).toBeInTheDocument();
  expect(screen.getByRole("row", { name: /Mine/ })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Show more" })).not.toBeInTheDocument();
});

test("who may not see keys is told so", async () => {
  await show({ role: "AGENT" });
  expect(await screen.findByText(/You need the permission “View API keys”/)).toBeInTheDocument();
});
