import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { ActivityEntryFragment } from "../api/shared-rows.generated.ts";
import { renderPage } from "../testkit/render-page.tsx";
import { ActivityTimeline } from "./ActivityTimeline.tsx";

const entry: ActivityEntryFragment = {
  id: "aud_1",
  at: "2026-11-20T10:00:00.000Z",
  actor: "Olive Owner",
  onBehalfOf: "AcmeNorth",
  channel: "API",
  operation: "customer.update",
  permissionTitle: null,
  subject: "John Smith (ID: 123)",
  note: null,
  outcome: "DONE",
  code: null,
  attempts: 1,
  changes: [],
};
const refused: ActivityEntryFragment = {
  ...entry,
  id: "aud_2",
  operation: "suspendReseller",
  permissionTitle: "Suspend resellers",
  outcome: "REFUSED",
  code: "FORBIDDEN",
  attempts: 7,
};

test("CX12: what was refused says so by word and symbol, with the reason and how often, and who did it for whom", async () => {
  await renderPage(<ActivityTimeline label="Activity" entries={[refused, entry]} />);
  const [first, second] = within(await screen.findByRole("list", { name: "Activity" })).getAllByRole("listitem");
  expect(first).toHaveTextContent("Refused: Suspend resellers");
  expect(first).toHaveTextContent("FORBIDDEN, 7 times");
  expect(first).toHaveTextContent("Olive Owner for AcmeNorth · API");
  expect(first?.querySelector("[data-mark=bad]")).not.toBeNull();
  expect(second).not.toHaveTextContent("Refused");
  expect(second?.querySelector("[data-mark=bad]")).toBeNull();
});
