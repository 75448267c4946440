import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import { WebhooksPage } from "./WebhooksPage.tsx";

const endpoint = {
  __typename: "WebhookEndpoint",
  id: "whe_1",
  url: "https://hook.example/tierline",
  events: ["SERVICE_ACTIVATED", "RUN_FAILED"],
  isOn: true,
  offReason: null as string | null,
  failingSince: null,
  version: 3,
  maker: "Oona Owner",
  reseller: { __typename: "Reseller", id: "rsl_1", name: "Acme" },
  customer: null,
  secrets: [{ __typename: "WebhookSecret", createdAt: "2026-11-21T12:00:00Z", expiresAt: null }],
};
const delivery = {
  __typename: "WebhookDelivery",
  id: "whd_1",
  webhookId: "evt_1",
  type: "service.activated",
  body: '{"type":"service.activated","data":{"id":"svc_1"}}',
  createdAt: "2026-11-21T12:00:00Z",
  state: "FAILED",
  nextAttemptAt: null,
  endpoint: { __typename: "WebhookEndpoint", id: "whe_1", url: endpoint.url, isOn: true },
  attempts: [
    {
      __typename: "WebhookAttempt",
      at: "2026-11-21T12:00:01Z",
      status: 500,
      answer: "out of order",
      failure: null,
      durationMs: 12,
    },
  ],
};
const endpoints = (nodes: object[]) => ({ webhookEndpoints: { __typename: "WebhookEndpointConnection", nodes } });
const deliveries = (nodes: object[]) => ({
  webhookDeliveries: {
    __typename: "WebhookDeliveryConnection",
    nodes,
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  },
});
const payload = (name: string, more: object) => ({ __typename: name, userErrors: [], ...more });

const show = (options: RenderOptions = {}) =>
  renderPage(<WebhooksPage />, {
    at: "/r/acme/developers/webhooks",
    route: "/r/$reseller/developers/webhooks",
    role: "RESELLER_OWNER",
    ...options,
    operations: {
      Endpoints: endpoints([endpoint]),
      Deliveries: deliveries([delivery]),
      ...options.operations,
    },
  });

test("ux-F13: an endpoint is made by its address and events, and its secret is shown once", async () => {
  const secret = `whsec_${"x".repeat(43)}=`;
  const { sent } = await show({
    operations: {
      Endpoints: endpoints([]),
      CreateEndpoint: { createWebhookEndpoint: payload("WebhookSecretPayload", { secret, webhookEndpoint: endpoint }) },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "New endpoint" }));
  const dialog = await screen.findByRole("dialog", { name: "New webhook endpoint" });
  const address = within(dialog).getByLabelText(/Address/);
  await userEvent.clear(address);
  await userEvent.paste(endpoint.url);
  await userEvent.click(within(dialog).getByLabelText("run.failed"));
  await userEvent.click(within(dialog).getByText("Make the endpoint"));
  expect(await screen.findByRole("region", { name: "The secret" })).toHaveTextContent(secret);
  expect(sent.find(({ name }) => name === "CreateEndpoint")?.variables["input"]).toMatchObject({
    url: endpoint.url,
    events: ["RUN_FAILED"],
  });
  await userEvent.click(screen.getByRole("button", { name: "I have kept it" }));
  expect(document.body).not.toHaveTextContent(secret);
});

test("ux-F13: a delivery is opened with what was sent and answered, and sent again with one click", async () => {
  const { sent } = await show({
    operations: {
      ReplayDeliveries: { replayWebhookDeliveries: payload("ReplayWebhookDeliveriesPayload", { count: 1 }) },
    },
  });
  await userEvent.click(await screen.findByRole("row", { name: /service\.activated/ }));
  const dialog = await screen.findByRole("dialog", { name: "service.activated" });
  expect(within(dialog).getByRole("region", { name: "What was sent" })).toHaveTextContent('"id": "svc_1"');
  expect(within(dialog).getByRole("region", { name: "What was answered" })).toHaveTextContent("out of order");
  await userEvent.click(within(dialog).getByRole("button", { name: "Send again" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(sent.find(({ name }) => name === "ReplayDeliveries")?.variables["input"]).toMatchObject({
    endpointId: "whe_1",
    deliveryIds: ["whd_1"],
  });
});

test("ux-F13: an endpoint gets another address and other events, and only what was changed is sent", async () => {
  const changed = { ...endpoint, url: "https://new.example/hook" };
  const { sent } = await show({
    operations: {
      UpdateEndpoint: { updateWebhookEndpoint: payload("WebhookEndpointPayload", { webhookEndpoint: changed }) },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: `Edit ${endpoint.url}` }));
  const dialog = await screen.findByRole("dialog", { name: "Change the endpoint" });
  expect(within(dialog).getByLabelText("run.failed")).toBeChecked();
  const address = within(dialog).getByLabelText(/Address/);
  await userEvent.clear(address);
  await userEvent.paste(changed.url);
  await userEvent.click(within(dialog).getByText("Save"));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(sent.find(({ name }) => name === "UpdateEndpoint")?.variables).toEqual({
    input: { id: "whe_1", version: 3, url: changed.url },
  });
  expect(await screen.findByRole("button", { name: `Edit ${changed.url}` })).toBeInTheDocument();
});

test("ux-F13: of a time, how many were given up is told before they are sent again, and how many wait after", async () => {
  const counts = { FAILED: 12, PENDING: 0 };
  const { sent } = await show({
    operations: {
      CountDeliveries: ({ filter }) => ({
        webhookDeliveries: {
          __typename: "WebhookDeliveryConnection",
          totalCount: {
            __typename: "TotalCount",
            value: counts[(filter as { state: keyof typeof counts }).state],
            isEstimate: false,
          },
        },
      }),
      ReplayDeliveries: { replayWebhookDeliveries: payload("ReplayWebhookDeliveriesPayload", { count: 12 }) },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Send a time again" }));
  const dialog = await screen.findByRole("dialog", { name: "Send the deliveries of a time again" });
  fireEvent.change(within(dialog).getByLabelText("From"), { target: { value: "2026-11-21T10:00" } });
  fireEvent.change(within(dialog).getByLabelText("Until"), { target: { value: "2026-11-21T12:00" } });
  expect(await within(dialog).findByText(/12 deliveries will be sent again/)).toBeInTheDocument();
  await userEvent.click(within(dialog).getByRole("button", { name: "Send again" }));
  expect(await screen.findByText(/All 12 were sent again/)).toBeInTheDocument();
  expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "12");
  expect(sent.find(({ name }) => name === "ReplayDeliveries")?.variables["input"]).toMatchObject({
    endpointId: "whe_1",
    from: "2026-11-21T10:00:00.000Z",
    to: "2026-11-21T12:00:00.000Z",
    state: "FAILED",
  });
});

test("ux-F13: a test is sent to an endpoint", async () => {
  const { sent } = await show({
    operations: { TestEndpoint: { testWebhookEndpoint: payload("WebhookEndpointPayload", {}) } },
  });
  await userEvent.click(await screen.findByRole("button", { name: `Send a test to ${endpoint.url}` }));
  expect(await screen.findByText(/A test is on its way/)).toBeInTheDocument();
  expect(sent.find(({ name }) => name === "TestEndpoint")?.variables["input"]).toMatchObject({ endpointId: "whe_1" });
});

test("an endpoint that was switched off says why, and is switched on", async () => {
  const { sent } = await show({
    operations: {
      Endpoints: endpoints([{ ...endpoint, isOn: false, offReason: "GONE" }]),
      Deliveries: deliveries([]),
      UpdateEndpoint: { updateWebhookEndpoint: payload("WebhookEndpointPayload", { webhookEndpoint: endpoint }) },
    },
  });
  expect(await screen.findByText("Off: it answered that it is gone (410)")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: `Switch ${endpoint.url} on` }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "UpdateEndpoint")?.variables).toEqual({
      input: { id: "whe_1", version: 3, isOn: true },
    }),
  );
  expect(await screen.findByText("On")).toBeInTheDocument();
});

test("an endpoint is deleted by typing its host's name", async () => {
  const { sent } = await show({
    operations: {
      DeleteEndpoint: { deleteWebhookEndpoint: payload("DeleteWebhookEndpointPayload", { deletedId: "whe_1" }) },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: `Delete ${endpoint.url}` }));
  const dialog = await screen.findByRole("dialog", { name: "Delete the endpoint" });
  await userEvent.type(within(dialog).getByRole("textbox"), "hook.example");
  await userEvent.click(within(dialog).getByRole("button", { name: "Delete" }));
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain("DeleteEndpoint"));
});
