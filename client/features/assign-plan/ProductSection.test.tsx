import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { ProductSection } from "./ProductSection.tsx";
import type { AssignState } from "./use-assign-state.ts";
import type { Draft } from "./use-draft.ts";

const draft = { offering: null, customer: { id: "cus_9" } } as Draft;
const state = { type: "VOIP", kind: "PLAN", segment: "INDIVIDUAL", service: "" } as AssignState;

test("B20: who adds a line is shown lines alone, until all are asked for", async () => {
  const onChange = vi.fn<(change: Partial<AssignState>) => void>();
  const { sent } = await renderPage(
    <ProductSection draft={draft} isOnItsWay={false} state={state} onChange={onChange} />,
    { operations: { AssignOfferings: { offerings: { __typename: "OfferingConnection", nodes: [], hidden: [] } } } },
  );
  expect(await screen.findByText("VoIP only")).toBeVisible();
  expect(sent.find(({ name }) => name === "AssignOfferings")?.variables).toEqual({
    customerId: "cus_9",
    serviceId: null,
    filter: { kind: "PLAN", serviceType: "VOIP" },
  });
  await userEvent.click(screen.getByRole("button", { name: "Show all" }));
  expect(onChange).toHaveBeenCalledWith({ type: "" });
});
