import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { LineCallsFragment } from "../api/lines.generated.ts";
import type { ViewerValue } from "../api/viewer.tsx";
import { renderPage, type Answer } from "../testkit/render-page.tsx";
import { CallsPanel } from "./CallsPanel.tsx";

const line: LineCallsFragment = {
  id: "svc_1",
  version: 4,
  name: "VoIP - 12",
  serviceType: "VOIP",
  state: "ACTIVE",
  simultaneousCalls: 5,
  simultaneousCallsMax: 10,
};

const answered = (...userErrors: object[]): Answer => ({
  setSimultaneousCalls: {
    __typename: "SetSimultaneousCallsPayload",
    service: userErrors.length > 0 ? null : { __typename: "Service", ...line, version: 6, simultaneousCalls: 10 },
    userErrors,
  },
});

async function show(shown: LineCallsFragment, answer: Answer, permissions: ViewerValue["permissions"]) {
  return renderPage(<CallsPanel line={shown} />, {
    viewer: { permissions },
    operations: { SetSimultaneousCalls: answer },
  });
}

async function typed(calls: string) {
  await userEvent.click(await screen.findByRole("button", { name: "Change" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Calls at a time of VoIP - 12" }));
  const field = dialog.getByRole("textbox", { name: "Calls at a time" });
  expect(field).toHaveAccessibleDescription(/From 1 to 10\./);
  await userEvent.clear(field);
  await userEvent.type(field, calls);
  return dialog;
}

test("B13: who was let sets how many calls at a time a line may have", async () => {
  const page = await show(line, answered(), ["service.view", "line.manage"]);
  const dialog = await typed("10");
  await userEvent.click(dialog.getByRole("button", { name: "Set" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(page.sent.find(({ name }) => name === "SetSimultaneousCalls")?.variables["input"]).toMatchObject({
    id: "svc_1",
    version: 4,
    simultaneousCalls: 10,
  });
});

test("B13: one more than the limit is refused in the server's words, and what was typed stays", async () => {
  const message = "This line may have 10 calls at a time at most.";
  const refusal = { __typename: "LimitExceededError", code: "LIMIT_EXCEEDED", message, path: ["simultaneousCalls"] };
  await show(line, answered(refusal), ["service.view", "line.manage"]);
  const dialog = await typed("11");
  await userEvent.click(dialog.getByRole("button", { name: "Set" }));
  expect(await dialog.findByText(message)).toBeVisible();
  expect(dialog.getByRole("textbox", { name: "Calls at a time" })).toHaveValue("11");
});

test("B13: neither no number nor the one it has can be sent", async () => {
  await show(line, answered(), ["service.view", "line.manage"]);
  const dialog = await typed("5");
  expect(dialog.getByRole("button", { name: "Set" })).toHaveAttribute("aria-disabled", "true");
  await userEvent.clear(dialog.getByRole("textbox", { name: "Calls at a time" }));
  expect(dialog.getByRole("button", { name: "Set" })).toHaveAttribute("aria-disabled", "true");
});

test("B13: who was not let sees the number and no button; what is no line has none", async () => {
  const page = await show({ ...line, simultaneousCalls: null }, answered(), ["service.view"]);
  expect(await screen.findByText("As many as it likes")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Change" })).toBeNull();
  page.unmount();
  await show({ ...line, serviceType: "MOBILE" }, answered(), ["service.view", "line.manage"]);
  expect(screen.queryByText("Calls at a time")).toBeNull();
});
